import { terraform } from '../../src/examples.ts';
import { attributeIn, defineRule, terraformOf } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'ignored-by-index',
  severity: 'info',
  appliesTo: 'workload',
  only: 'hcl',
  summary: 'The list `ignore_changes` names a container by its position, though there are several.',
  why: 'A position is not a container: when a sidecar is put first, or Cloud Run returns the containers in another order, Terraform ignores changes of the wrong one and takes the image of the other back.',
  remedy:
    'Keep the container that is ignored at its position, add sidecars behind it, and say so in a comment. Or let the pipeline pass the image as a variable, so that nothing needs to be ignored.',
  help: false,
  references: ['https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle#ignore_changes'],
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
          }

          containers {
            name  = "cache"
            image = "docker.io/library/redis:7.4"
          }
        }

        lifecycle {
          ignore_changes = [template[0].containers[0].image]
      #                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This ignores a container by its position, which is "shop" only as long as no other comes before it. Keep it first, and say so in a comment.
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
          }
        }

        lifecycle {
          ignore_changes = [template[0].containers[0].image]
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
          }

          containers {
            name  = "cache"
            image = "docker.io/library/redis:7.4"
          }
        }

        lifecycle {
          ignore_changes = [client, client_version, template[0].labels]
        }
      }
    `,
  ],
  *check(workload) {
    const resource = terraformOf(workload);
    if (workload.containers.length < 2) return;
    for (const { body } of resource.block.body.blocks) {
      const ignored = attributeIn(body, 'ignore_changes')?.value;
      for (const item of ignored?.kind === 'tuple' ? ignored.items : []) {
        if (item.kind !== 'reference') continue;
        const [, index] = /\.containers\.(\d+)/.exec(item.steps.join('.')) ?? [];
        const container = workload.containers[Number(index)];
        if (!container) continue;
        yield {
          on: resource.place(item),
          message: `This ignores a container by its position, which is "${container.label}" only as long as no other comes before it. Keep it ${index === '0' ? 'first' : 'there'}, and say so in a comment.`,
        };
      }
    }
  },
});
