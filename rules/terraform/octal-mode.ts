import { changedTerraform, terraform } from '../../src/examples.ts';
import { defineRule, replaceScalar, unsafeFix } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'octal-mode',
  severity: 'warning',
  securitySeverity: '3.0',
  appliesTo: 'workload',
  only: 'hcl',
  needs: { mentions: ['defaultMode', 'mode'] },
  summary: 'A file mode is written as in YAML, but Terraform has no octal numbers.',
  why: 'Terraform reads `0444` as the decimal number 444, which is the mode 0674: other permissions than meant.',
  remedy: 'Write the decimal number, such as `292` for 0444, or `parseint("0444", 8)`, which says what is meant.',
  help: false,
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/cloud_run_v2_service',
    'https://developer.hashicorp.com/terraform/language/functions/parseint',
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

            volume_mounts {
              name       = "config"
              mount_path = "/etc/shop"
            }
          }

          volumes {
            name = "config"

            secret {
              secret       = "shop-config"
              default_mode = 0444
      #                      ^^^^ Terraform has no octal numbers, so "0444" is 444, which is the mode 0674. Write 292.

              items {
                path = "shop.conf"
                mode = 0400
      #                ^^^^ Terraform has no octal numbers, so "0400" is 400, which is the mode 0620. Write 256.
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

            volume_mounts {
              name       = "config"
              mount_path = "/etc/shop"
            }
          }

          volumes {
            name = "config"

            secret {
              secret       = "shop-config"
              default_mode = 292

              items {
                path = "shop.conf"
                mode = parseint("0444", 8)
              }
            }
          }
        }
      }
    `,
  ],
  fixes: {
    hcl: changedTerraform`
          resource "google_cloud_run_v2_job" "report" {
            name     = "report"
            location = "europe-west1"

            template {
              template {
                containers {
                  image = "docker.io/acme/report:1.4.2"
                }

                volumes {
                  name = "key"

                  secret {
                    secret       = "report-key"
        <           default_mode = 0444 # for all
        >           default_mode = 292 # for all
                  }
                }
              }
            }
          }
      `,
  },
  *check(workload) {
    for (const { field } of workload.volumes) {
      const secret = field.get('secret');
      for (const mode of [secret.get('defaultMode'), ...secret.get('items').items.map((item) => item.get('mode'))]) {
        const { text = '' } = mode;
        if (!/^0[0-7]{3,4}$/.test(text)) continue;
        const decimal = Number.parseInt(text, 8);
        // Beyond the largest mode it is refused, which another rule says.
        if (Number(text) > 0o777) continue;
        const octal = Number(text).toString(8).padStart(4, '0');
        yield {
          on: mode,
          message: `Terraform has no octal numbers, so "${text}" is ${Number(text)}, which is the mode ${octal}. Write ${decimal}.`,
          fix: unsafeFix(`Write ${decimal}`, replaceScalar(mode, String(decimal))),
        };
      }
    }
  },
});
