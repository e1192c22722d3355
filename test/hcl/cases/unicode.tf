# Café 😀
locals {
  grüße   = "Grüße 😀 an"   /* 😀 */
  emoji   = ["😀", "x"]
  later   = "${var.naïve}😀" # comment
}
