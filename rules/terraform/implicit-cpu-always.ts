import { changedTerraform, manifest, terraform } from '../../src/examples.ts';
import {
  annotationName,
  blocksOf,
  defineRule,
  entryIn,
  type Fix,
  insertInContainers,
  instanceOf,
  isMonitoring,
  type MapNode,
  type Service,
  say,
  setting,
  textIn,
  unsafeFix,
  writtenOf,
} from '../../src/rule-kit.ts';

export default defineRule({
  id: 'implicit-cpu-always',
  severity: 'warning',
  appliesTo: 'service',
  only: ['hcl', 'v2'],
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
  fixable: 'unsafe',
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
    manifest`
      # an object of the v2 API
      name: projects/acme-prod/locations/europe-west1/services/shop
      template:
        serviceAccount: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - image: docker.io/acme/shop:1.4.2
            resources:
      #     ^^^^^^^^^ "resources" has no "cpuIdle", so CPU is billed for the whole life of an instance. Write "cpuIdle: true" for CPU during requests only, or "cpuIdle: false" if you want it.
              limits: { memory: 1Gi }
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
  fixes: {
    hcl: changedTerraform`
          resource "google_cloud_run_v2_service" "shop" {
            name     = "shop"
            location = "europe-west1"

            template {
              containers {
                image = "docker.io/acme/shop:1.4.2"

                resources {
                  limits = {
                    cpu = "1"
                  }
        >         cpu_idle = true
                }
              }
            }
          }
      `,
  },
  *check(service) {
    const resource = writtenOf(service);
    if (!resource.kind.isV2) return;
    // Agents send in the background, so that it is what they need.
    if (instanceOf(service).members.some(({ role }) => isMonitoring(role))) return;
    // With a GPU it is what Cloud Run asks for.
    if (service.gpu.accelerator.exists || service.gpu.containers.length > 0) return;
    const lacking = resource.containers.flatMap((container) => {
      const entry = entryIn(container, 'resources');
      return blocksOf(entry).flatMap((block) => (entryIn(block, 'cpu_idle') ? [] : [entry!]));
    });
    const [first, ...others] = lacking;
    if (!first) return;
    yield {
      on: resource.keyOf(first),
      message: say`"resources" has no ${annotationName(throttling)}, so CPU is billed for the whole life of an instance. Write ${setting(throttling, true)} for CPU during requests only, or ${setting(throttling, false)} if you want it.`,
      related: others.map((entry) => ({ on: resource.keyOf(entry), message: 'It is missing here too.' })),
      fix: sayIdle(service, resource.containers),
    };
  },
});

const throttling = 'run.googleapis.com/cpu-throttling';

/** As the other containers have it; for one that is alone, what it had without "resources". */
function sayIdle(service: Service, containers: readonly MapNode[]): Fix | undefined {
  const resources = (container: MapNode) => blocksOf(entryIn(container, 'resources'));
  const given = new Set(
    containers.flatMap((one) => resources(one).flatMap((block) => textIn(block, 'cpu_idle') ?? [])),
  );
  const [value = 'true', ...others] = given;
  if (others.length > 0 || (given.size === 0 && containers.length > 1)) return undefined;
  const lacking = containers.filter((one) => resources(one).some((block) => !entryIn(block, 'cpu_idle')));
  const edits = insertInContainers(service, lacking, ['resources', 'cpu_idle'], value === 'true');
  return unsafeFix(say`Write ${setting(throttling, value)}`, edits);
}
