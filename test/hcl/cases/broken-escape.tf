locals {
  path = "C:\Users"
}
