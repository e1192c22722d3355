import { terraform } from '../../src/examples.ts';
import { defineRule, terraformOf } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'fixed-name-without-autogenerate',
  severity: 'warning',
  appliesTo: 'service',
  only: 'hcl',
  summary: 'A v1 resource gives the revision a fixed name.',
  why: "A revision's name can be used once. The first apply works; the next one that changes anything is refused, since a revision of that name is there with another configuration.",
  remedy: 'Remove `name` from `metadata` of the template and set `autogenerate_revision_name = true`.',
  help: false,
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/cloud_run_service',
    'https://cloud.google.com/run/docs/managing/revisions',
  ],
  bad: [
    terraform`
      resource "google_cloud_run_service" "shop" {
        name     = "shop"
        location = "europe-west1"

        template {
          metadata {
            name = "shop-v2"
      #            ^^^^^^^^^ The revision name "shop-v2" can be applied only once. Remove it and set "autogenerate_revision_name = true".
          }

          spec {
            containers {
              image = "docker.io/acme/shop:1.4.2"
            }
          }
        }
      }
    `,
  ],
  good: [
    terraform`
      resource "google_cloud_run_service" "shop" {
        name                       = "shop"
        location                   = "europe-west1"
        autogenerate_revision_name = true

        template {
          spec {
            containers {
              image = "docker.io/acme/shop:1.4.2"
            }
          }
        }
      }
    `,
    terraform`
      resource "google_cloud_run_service" "shop" {
        name     = "shop"
        location = "europe-west1"

        template {
          metadata {
            name = "shop-\${var.release}"
          }

          spec {
            containers {
              image = "docker.io/acme/shop:1.4.2"
            }
          }
        }
      }
    `,
  ],
  *check(service) {
    const resource = terraformOf(service);
    const name = service.templateMetadata.get('name');
    if (resource.kind.isV2 || !name.value) return;
    yield {
      on: name,
      message: `The revision name "${name.value}" can be applied only once. Remove it and set "autogenerate_revision_name = true".`,
    };
  },
});
