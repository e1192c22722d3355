import { manifest, terraform } from '../../src/examples.ts';
import { blocksOf, defineRule, entryIn, say, setting, textIn, writtenOf } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'differing-cpu-idle',
  severity: 'warning',
  appliesTo: 'service',
  only: ['hcl', 'v2'],
  summary: 'Containers of one instance have different values of `cpu_idle`.',
  why: 'Whether CPU is there outside of requests is one setting for the whole instance: v1 has one annotation for it. Terraform asks for it in each container, and what Cloud Run makes of different answers is not documented.',
  remedy: 'Give every container the same `cpu_idle`: `false` if any of them works in the background.',
  help: false,
  references: [
    'https://cloud.google.com/run/docs/configuring/billing-settings',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/cloud_run_v2_service',
  ],
  bad: [
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
              cpu_idle = true
      #                  ~~~~ "shop" says "cpu_idle = true".
            }
          }

          containers {
            name  = "collector"
            image = "docker.io/otel/opentelemetry-collector-contrib:0.139.0"

            resources {
              cpu_idle = false
      #                  ^^^^^ "collector" says "cpu_idle = false" and "shop" says "cpu_idle = true", but it is one setting for the whole instance. Write the same value in all containers.
            }
          }
        }
      }
    `,
    manifest`
      apiVersion: run.cnrm.cloud.google.com/v1beta1
      kind: RunService
      metadata:
        name: shop
      spec:
        location: europe-west1
        template:
          containers:
            - name: shop
              image: docker.io/acme/shop:1.4.2
              ports: [{ containerPort: 8080 }]
              resources: { cpuIdle: true }
      #                             ~~~~ "shop" says "cpuIdle: true".
            - name: cache
              image: docker.io/library/redis:7.4
              resources: { cpuIdle: false }
      #                             ^^^^^ "cache" says "cpuIdle: false" and "shop" says "cpuIdle: true", but it is one setting for the whole instance. Write the same value in all containers.
    `,
  ],
  good: [
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
              cpu_idle = false
            }
          }

          containers {
            name  = "cache"
            image = "docker.io/library/redis:7.4"

            resources {
              cpu_idle = false
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
            name  = "shop"
            image = "docker.io/acme/shop:1.4.2"

            ports {
              container_port = 8080
            }

            resources {
              cpu_idle = var.cpu_idle
            }
          }

          containers {
            name  = "cache"
            image = "docker.io/library/redis:7.4"

            resources {
              cpu_idle = false
            }
          }
        }
      }
    `,
  ],
  *check(service) {
    const resource = writtenOf(service);
    const said = resource.containers.flatMap((container, index) => {
      return blocksOf(entryIn(container, 'resources')).flatMap((block) => {
        const text = textIn(block, 'cpu_idle');
        if (text === undefined) return [];
        const on = resource.place(entryIn(block, 'cpu_idle')!.value!.span);
        return [{ text, on, label: service.containers[index]?.label ?? '' }];
      });
    });
    const [first] = said;
    const other = said.find(({ text }) => text !== first!.text);
    if (!other) return;
    yield {
      on: other.on,
      message: say`"${other.label}" says ${setting(throttling, other.text)} and "${first!.label}" says ${setting(throttling, first!.text)}, but it is one setting for the whole instance. Write the same value in all containers.`,
      related: [{ on: first!.on, message: say`"${first!.label}" says ${setting(throttling, first!.text)}.` }],
    };
  },
});

const throttling = 'run.googleapis.com/cpu-throttling';
