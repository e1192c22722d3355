locals {
  number     = 12
  decimal    = 1.5e3
  negative   = -3
  yes        = true
  nothing    = null
  sum        = 1 + 2 * -local.number
  chosen     = var.size > 3 ? "large" : var.size == 0 ? "none" : "small"
  bracketed  = (var.a && !var.b)
  wrapped = (
    var.a ||
    var.b
  )
  empty_list = []
  list       = ["a", "b", var.c, ]
  lines = [
    "a", # the first
    "b", // the second
    /* and */ "c",
  ]
  empty = {}
  object = {
    name                 = "shop"
    "quoted-key"         = 1, other : 2
    (var.key)            = 3
    "${var.prefix}-name" = 4
    for                  = 5
    12                   = "twelve"
    nested = { a = { b = [{ c = 1 }] } }
  }
  one_line = { a = 1, b = 2 }
  doubled  = [for name in var.names : "${name}-x" if name != ""]
  by_name  = { for key, value in var.map : key => value... if value }
  lists = [
    for item in var.items : {
      name = item
    }
  ]
  splat      = google_cloud_run_v2_service.app[*].name
  attribute  = var.items.*.name
  indexed    = var.items[0]["key"][var.index].name
  old_index  = var.items.0.name
  call       = merge(local.a, { b = 1 }, var.more...)
  far_call   = provider::google::region_from_id(var.id)
  after_call = jsondecode(var.text).items[0]
  spread = concat(
    ["a"],
    var.rest,
  )
  none       = timestamp()
  percent    = 7 % 4
  compare    = 1 <= 2 && 3 >= 2 || 1 != 2
}
