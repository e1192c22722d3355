resource "a" "one" {
  name = "x
}
resource "a" "two" {
  name = "y"
}
