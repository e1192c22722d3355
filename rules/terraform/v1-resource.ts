import { terraform } from '../../src/examples.ts';
import { defineRule, terraformOf } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'v1-resource',
  severity: 'info',
  appliesTo: 'service',
  only: 'hcl',
  summary: 'A service with sidecars is a resource of the v1 API.',
  why: '`google_cloud_run_service` has no arguments for what sidecars need: start order, CPU outside of requests and networks are annotations, texts that no plan checks. `google_cloud_run_v2_service` has a checked argument for each, and is where new features come.',
  remedy:
    'Write new services as `google_cloud_run_v2_service`. For one that runs, import it under the new type and remove the old one from the state: nothing is deployed anew.',
  help: false,
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/cloud_run_service',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/cloud_run_v2_service',
  ],
  bad: [
    terraform`
      resource "google_cloud_run_service" "shop" {
      #         ^^^^^^^^^^^^^^^^^^^^^^^^ "shop" has 2 containers, but the v1 resource knows their start order and CPU only as annotations that Terraform does not check. Write "google_cloud_run_v2_service".
        name     = "shop"
        location = "europe-west1"

        template {
          spec {
            containers {
              name  = "shop"
              image = "docker.io/acme/shop:1.4.2"

              ports {
                container_port = 8080
              }
            }

            containers {
              name  = "cache"
              image = "docker.io/library/redis:7.4"
            }
          }
        }
      }
    `,
  ],
  good: [
    terraform`
      resource "google_cloud_run_service" "shop" {
        name     = "shop"
        location = "europe-west1"

        template {
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
    if (resource.kind.isV2 || service.containers.length < 2) return;
    yield {
      on: resource.place(resource.header),
      message: `"${service.name ?? resource.name}" has ${service.containers.length} containers, but the v1 resource knows their start order and CPU only as annotations that Terraform does not check. Write "google_cloud_run_v2_service".`,
    };
  },
});
