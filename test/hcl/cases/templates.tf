locals {
  plain        = "shop"
  nothing      = ""
  inserted     = "${var.region}-docker.pkg.dev/${var.project}/app:1"
  lone         = "${var.region}"
  doubled      = "$${HOST}:%%{ if }"
  dollars      = "$5 and $ and $$ and 5% of $$$${x}"
  escapes      = "a\tb\nc\"d\\e\u00e9\U0001F600"
  nested       = "a${join(",", ["b", "${var.c}"])}d"
  object       = "x${ { a = "}" }["a"] }y"
  directive    = "%{ if var.a }yes%{ else }no%{ endif }"
  trimmed      = "${~ var.a ~} %{~ for x in var.list ~} ${x} %{~ endfor ~}"
  several = "a${
    var.b
  }c"
  heredoc = <<EOT
first
  second ${var.name}
$${HOST}
EOT
  indented = <<-EOT
    first "quoted" \n
      second

    third $${HOST}
  EOT
  only_inserted = <<-EOT
    ${var.a}
      ${var.b}
    EOT
  empty_heredoc = <<EOT
EOT
  in_call = jsonencode(<<-EOT
    {"a": 1}
  EOT
  )
  in_list = [<<A
a
A
    , <<-B
      b
    B
  ]
  directives = <<-EOT
    %{ for name in var.names ~}
    server ${name}
    %{ endfor ~}
  EOT
}
locals {
  blank_line = <<-E
    x

      
    y
  E
  short_blank_line = <<-E
    x
  
    y
  E
  tabs = <<-E
		x
	  y
	E
}
