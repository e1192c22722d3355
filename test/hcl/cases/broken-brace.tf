resource "a" "one" {
  template {
    name = "x"
}

resource "a" "two" {
  name = "y"
}
