terraform {
  required_providers {
    google = { source = "hashicorp/google" }
  }
}

resource "google_cloud_run_v2_service" "app" {
  name = "app"
  template {
    containers { image = "a" }
    containers {
      image = "b"
      dynamic "env" {
        for_each = var.env
        content {
          name  = env.key
          value = env.value
        }
      }
    }
    scaling {}
    vpc_access {
    }
  }
  lifecycle { ignore_changes = [template[0].containers[0].image] }
}

module google label_without_quotes {
  source = "./module"
}
variable "a" {}
