# comment
locals {
  a = 1 # one
  b = [
    "x",
  ]
  text = <<EOT
first
EOT
}
