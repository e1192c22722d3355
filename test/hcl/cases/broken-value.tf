locals {
  a =
  b = 1
}
resource "a" "after" {
  name = "x"
}
