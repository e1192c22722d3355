locals {
  text = <<EOT
  never closed
}
