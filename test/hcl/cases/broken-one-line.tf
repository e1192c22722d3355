variable "a" { type = string, default = "b" }
variable "b" {
  type = string
}
