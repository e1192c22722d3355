import { changedTerraform, manifest, terraform } from '../../src/examples.ts';
import {
  defineRule,
  entryIn,
  fieldName,
  insertBlockInContainer,
  itemsIn,
  mayHaveMore,
  say,
  setting,
  textIn,
  unsafeFix,
  writtenOf,
} from '../../src/rule-kit.ts';

export default defineRule({
  id: 'cloudsql-volume-without-mount',
  severity: 'warning',
  appliesTo: 'workload',
  only: ['hcl', 'v2'],
  summary: 'No container mounts a Cloud SQL volume, so its sockets cannot be used.',
  why: 'In v1 an annotation makes the sockets appear under `/cloudsql`. In v2 they are a volume, and a container sees them only where it mounts that volume. Without a mount the application finds no socket and cannot connect.',
  remedy:
    'Add a block `volume_mounts` with its name and `mount_path = "/cloudsql"` to each container that connects to the database.',
  help: false,
  references: [
    'https://cloud.google.com/sql/docs/postgres/connect-run',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/cloud_run_v2_service',
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
          }

          volumes {
            name = "sql"
      #            ^^^^^ No container mounts the Cloud SQL volume "sql", so none finds its sockets. Add "volume_mounts" with this name and mount_path = "/cloudsql".

            cloud_sql_instance {
              instances = ["acme-prod:europe-west1:shop"]
            }
          }
        }
      }
    `,
    manifest`
      {
        "ingress": "INGRESS_TRAFFIC_ALL",
        "template": {
          "containers": [{ "image": "docker.io/acme/shop:1.4.2" }],
          "volumes": [{ "name": "sql", "cloudSqlInstance": { "instances": ["acme-prod:europe-west1:shop"] } }]
      #                         ^^^^^ No container mounts the Cloud SQL volume "sql", so none finds its sockets. Add "volumeMounts" with this name and "mountPath: /cloudsql".
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

            volume_mounts {
              name       = "sql"
              mount_path = "/cloudsql"
            }
          }

          volumes {
            name = "sql"

            cloud_sql_instance {
              instances = ["acme-prod:europe-west1:shop"]
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

            dynamic "volume_mounts" {
              for_each = var.mounts

              content {
                name       = volume_mounts.key
                mount_path = volume_mounts.value
              }
            }
          }

          volumes {
            name = "sql"

            cloud_sql_instance {
              instances = [var.instance]
            }
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
        >
        >       volume_mounts {
        >         name       = "sql"
        >         mount_path = "/cloudsql"
        >       }
              }

              volumes {
                name = "sql"

                cloud_sql_instance {
                  instances = ["acme-prod:europe-west1:orders"]
                }
              }
            }
          }
      `,
  },
  *check(workload) {
    const resource = writtenOf(workload);
    if (!resource.hasAllContainers) return;
    if (resource.containers.some((container) => mayHaveMore(container, 'volume_mounts'))) return;
    const mounted = resource.containers.flatMap((container) => itemsIn(container, 'volume_mounts'));
    const names = mounted.map((mount) => textIn(mount, 'name'));
    if (names.includes(undefined)) return;
    const [only, ...more] = resource.containers;
    for (const volume of resource.volumes) {
      const name = textIn(volume, 'name');
      if (name === undefined || !entryIn(volume, 'cloud_sql_instance') || names.includes(name)) continue;
      yield {
        on: resource.place(entryIn(volume, 'name')!.value!.span),
        message: say`No container mounts the Cloud SQL volume "${name}", so none finds its sockets. Add ${fieldName('volumeMounts')} with this name and ${setting('mountPath', '/cloudsql')}.`,
        fix:
          more.length === 0
            ? unsafeFix(
                'Mount the volume at /cloudsql',
                insertBlockInContainer(workload, only!, 'volume_mounts', { name, mount_path: '/cloudsql' }),
              )
            : undefined,
      };
    }
  },
});
