locals {
  a { b { c = 1 } }
}
