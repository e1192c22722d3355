import { changedTerraform, terraform } from '../../src/examples.ts';
import { attributeIn, defineRule, deleteEntry, insertArgument, terraformOf, unsafeFix } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'fixed-name-without-autogenerate',
  severity: 'warning',
  appliesTo: 'service',
  only: 'hcl',
  summary: 'A v1 resource gives the revision a fixed name, which can be used only once.',
  why: "A revision's name can be used once. The first apply works; the next one that changes anything is refused, since a revision of that name is there with another configuration.",
  remedy: 'Remove `name` from `metadata` of the template and set `autogenerate_revision_name = true`.',
  help: false,
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/cloud_run_service',
    'https://cloud.google.com/run/docs/managing/revisions',
  ],
  fixable: 'unsafe',
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
  fixes: {
    hcl: changedTerraform`
          resource "google_cloud_run_service" "shop" {
        <   name     = "shop"
        <   location = "europe-west1"
        >   name                       = "shop"
        >   location                   = "europe-west1"
        >   autogenerate_revision_name = true

            template {
        <     metadata {
        <       name = "shop-1"
        <     }
        <
              spec {
                containers {
                  image = "docker.io/acme/shop:1.4.2"
                }
              }
            }
          }
      `,
  },
  *check(service) {
    const resource = terraformOf(service);
    const name = service.templateMetadata.get('name');
    if (resource.kind.isV2 || !name.value) return;
    yield {
      on: name,
      message: `The revision name "${name.value}" can be applied only once. Remove it and set "autogenerate_revision_name = true".`,
      fix: unsafeFix(
        'Let Terraform name the revisions',
        deleteEntry(name, 'remove'),
        attributeIn(resource.block.body, 'autogenerate_revision_name')
          ? []
          : insertArgument(service, ['autogenerate_revision_name'], true),
      ),
    };
  },
});
