import { terraform } from '../../src/examples.ts';
import { defineRule, terraformFileOf } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'hcl-syntax',
  severity: 'error',
  appliesTo: 'file',
  only: 'hcl',
  refused: true,
  summary: 'A block of a Terraform file cannot be read.',
  why: 'Terraform reads no file of a folder while one of them is broken. Nothing else is said of the broken block.',
  remedy: 'Correct the place that the message names; `terraform fmt` stops at the same one.',
  help: 'Correct the marked place. "terraform fmt" stops there, too.',
  references: ['https://developer.hashicorp.com/terraform/language/syntax/configuration'],
  bad: [
    terraform`
      resource "google_cloud_run_v2_service" "shop" {
        name     = "shop"
        location =
      #          ^ A value is missing here.

        template {
          containers {
            image = "docker.io/acme/shop:1.4.2"
          }
        }
      }
    `,
    terraform`
      resource "google_cloud_run_v2_service" "shop" {
        name     = "shop"
        location = "europe-west1"

        template {
          containers {
            image = "docker.io/acme/shop:1.4.2"
            ports { container_port = 8080, name = "h2c" }
      #     ^^^^^ A block on one line holds one argument. Give each a line of its own.
          }
        }
      }
    `,
    terraform`
      resource "google_cloud_run_v2_service" "shop" {
        name     = "shop"
        location = "europe-west1"

        template {
          containers {
      #   ^^^^^^^^^^ The block "containers" has no closing "}".
            image = "docker.io/acme/shop:1.4.2"
        }
      }
    `,
  ],
  good: [
    terraform`
      resource "google_cloud_run_v2_service" "shop" {
        name     = "shop"
        location = "europe-west1"

        template {
          containers {
            image = "docker.io/acme/shop:1.4.2"
            args  = ["--greeting=\${var.greeting}", <<-EOT
              two
              lines
            EOT
            ]
          }
        }
      }
    `,
  ],
  *check(file) {
    const read = terraformFileOf(file);
    for (const problem of read.hcl.problems) {
      yield { on: read.place(problem), message: problem.message };
    }
  },
});
