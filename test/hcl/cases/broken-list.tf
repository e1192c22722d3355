locals {
  list = [
    "a"
    "b"
  ]
}
output "after" {
  value = 1
}
