import { terraform } from '../../src/examples.ts';
import { blocksOf, defineRule, entryIn, instanceOf, isMonitoring, terraformOf } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'implicit-cpu-always',
  severity: 'warning',
  appliesTo: 'service',
  only: 'hcl',
  summary: 'A container has `resources` without `cpu_idle`, so that CPU is billed all the time.',
  why: 'Without `resources` the CPU of a v2 service is billed only while it answers requests. With `resources` and without `cpu_idle` the provider sends nothing for it, and the API takes that for `false`: CPU is allocated and billed for the whole life of each instance. Nobody sees the change in the plan.',
  remedy:
    'Write `cpu_idle = true` in `resources` for CPU during requests, or `cpu_idle = false` if the containers work in the background.',
  help: false,
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/cloud_run_v2_service',
    'https://github.com/hashicorp/terraform-provider-google/issues/17246',
    'https://cloud.google.com/run/docs/configuring/billing-settings',
  ],
  bad: [
    terraform`
      resource "google_cloud_run_v2_service" "shop" {
        name     = "shop"
        location = "europe-west1"

        template {
          containers {
            image = "docker.io/acme/shop:1.4.2"

            resources {
      #     ^^^^^^^^^ "resources" has no "cpu_idle", so CPU is billed for the whole life of an instance. Write "cpu_idle = true" for CPU during requests only, or "cpu_idle = false" if you want it.
              limits = {
                memory = "1Gi"
              }
            }
          }
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

            resources {
              cpu_idle = true
            }
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
            name  = "shop"
            image = "docker.io/acme/shop:1.4.2"

            ports {
              container_port = 8080
            }

            resources {
              limits = {
                cpu    = "1"
                memory = "1Gi"
              }
            }
          }

          containers {
            name  = "collector"
            image = "docker.io/otel/opentelemetry-collector-contrib:0.139.0"
          }
        }
      }
    `,
  ],
  *check(service) {
    const resource = terraformOf(service);
    if (!resource.kind.isV2) return;
    // Agents send in the background, so that it is what they need.
    if (instanceOf(service).members.some(({ role }) => isMonitoring(role))) return;
    const lacking = resource.containers.flatMap((container) => {
      const entry = entryIn(container, 'resources');
      return blocksOf(entry).flatMap((block) => (entryIn(block, 'cpu_idle') ? [] : [entry!]));
    });
    const [first, ...others] = lacking;
    if (!first) return;
    yield {
      on: resource.keyOf(first),
      message:
        '"resources" has no "cpu_idle", so CPU is billed for the whole life of an instance. Write "cpu_idle = true" for CPU during requests only, or "cpu_idle = false" if you want it.',
      related: others.map((entry) => ({ on: resource.keyOf(entry), message: 'It is missing here too.' })),
    };
  },
});
