import { terraform } from '../../src/examples.ts';
import { attributeIn, defineRule, entryIn, referenceIn, terraformOf } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'container-depends-on-misplaced',
  severity: 'error',
  appliesTo: 'workload',
  only: 'hcl',
  refused: true,
  summary: 'The `depends_on` of the resource names a container, or that of a container names a resource.',
  why: 'There are two: `depends_on` of the resource takes references to other resources, without quotes, and tells Terraform what to make first. `depends_on` of a container takes names of containers, in quotes, and tells Cloud Run what to start first. Each refuses what belongs in the other.',
  remedy:
    'Put names of containers into the container that has to wait: `depends_on = ["proxy"]` inside `containers`. Put references to resources at the level of the resource.',
  help: false,
  references: [
    'https://developer.hashicorp.com/terraform/language/meta-arguments/depends_on',
    'https://cloud.google.com/run/docs/configuring/services/containers#container-startup-order',
  ],
  bad: [
    terraform`
      resource "google_cloud_run_v2_service" "shop" {
        name       = "shop"
        location   = "europe-west1"
        depends_on = ["proxy"]
      #               ^^^^^^^ "proxy" is a container, but this "depends_on" is the resource's own. Write it in the block of the container that waits.

        template {
          containers {
            name       = "shop"
            image      = "docker.io/acme/shop:1.4.2"
            depends_on = [google_sql_database_instance.main]
      #                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The "depends_on" of a container takes names of containers, and this is a resource. Write it in "depends_on" of the resource.

            ports {
              container_port = 8080
            }
          }

          containers {
            name  = "proxy"
            image = "gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.19.0"
          }
        }
      }
    `,
  ],
  good: [
    terraform`
      resource "google_cloud_run_v2_service" "shop" {
        name       = "shop"
        location   = "europe-west1"
        depends_on = [google_project_service.run, google_sql_database_instance.main]

        template {
          containers {
            name       = "shop"
            image      = "docker.io/acme/shop:1.4.2"
            depends_on = ["cache", local.names.search]

            ports {
              container_port = 8080
            }
          }

          containers {
            name  = "cache"
            image = "docker.io/library/redis:7.4"

            startup_probe {
              tcp_socket {
                port = 6379
              }
            }
          }

          containers {
            name  = local.names.search
            image = "docker.io/acme/search:1.4.2"

            startup_probe {
              tcp_socket {
                port = 9200
              }
            }
          }
        }
      }

      locals {
        names = { search = "search" }
      }
    `,
  ],
  *check(workload) {
    const resource = terraformOf(workload);
    const names = new Set(workload.containers.map(({ name }) => name));
    const own = attributeIn(resource.block.body, 'depends_on')?.value;
    for (const item of own?.kind === 'tuple' ? own.items : []) {
      const [part] = item.kind === 'template' ? item.parts : [];
      if (part?.kind !== 'text' || !names.has(part.text)) continue;
      yield {
        on: resource.place(item),
        message: `"${part.text}" is a container, but this "depends_on" is the resource's own. Write it in the block of the container that waits.`,
      };
    }
    for (const container of resource.containers) {
      const list = entryIn(container, 'depends_on')?.value;
      for (const item of list?.kind === 'list' ? list.items : []) {
        const steps = item ? referenceIn(item) : undefined;
        // With a third step it is an attribute, which may well be a name.
        if (steps?.length !== 2 || !/^[a-z]+_[a-z0-9_]+$/.test(steps[0] ?? '')) continue;
        yield {
          on: resource.place(item!.span),
          message:
            'The "depends_on" of a container takes names of containers, and this is a resource. Write it in "depends_on" of the resource.',
        };
      }
    }
  },
});
