locals {
  text = "${var.a"
}
locals {
  text = "${}"
}
