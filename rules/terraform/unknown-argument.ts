import { changedTerraform, manifest, terraform } from '../../src/examples.ts';
import {
  defineRule,
  otherWordsFor,
  renameArgument,
  safeFix,
  suggest,
  tableName,
  writtenOf,
} from '../../src/rule-kit.ts';

export default defineRule({
  id: 'unknown-argument',
  severity: 'error',
  appliesTo: 'workload',
  only: ['hcl', 'v2'],
  refused: true,
  summary: 'A resource has an argument or block that the provider does not know, or an object of the v2 API a field.',
  why: 'Terraform refuses names that it does not know, but only once the provider is installed: `terraform fmt` and most editors say nothing. Most are misspelt, or stand in the other of the two APIs under this name.',
  remedy: 'Write the name that the message suggests.',
  help: false,
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/cloud_run_v2_service',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/cloud_run_service',
  ],
  fixable: 'safe',
  bad: [
    terraform`
      resource "google_cloud_run_v2_service" "shop" {
        name     = "shop"
        location = "europe-west1"

        template {
          service_acount = "shop@acme-prod.iam.gserviceaccount.com"
      #   ^^^^^^^^^^^^^^ There is no "service_acount" here. Did you mean "service_account"?
          containers {
            image = "docker.io/acme/shop:1.4.2"

            env {
              name = "DB_PASSWORD"
              value_from {
      #       ^^^^^^^^^^ There is no "value_from" here: that is the v1 API's name. Write "value_source".
                secret_key_ref {
                  name = "db-password"
                  key  = "3"
                }
              }
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
          spec {
            service_account = "shop@acme-prod.iam.gserviceaccount.com"
      #     ^^^^^^^^^^^^^^^ There is no "service_account" here: that is the v2 API's name. Write "service_account_name".
            containers {
              image = "docker.io/acme/shop:1.4.2"
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
          serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
      #   ^^^^^^^^^^^^^^^^^^ There is no "serviceAccountName" here: that is the v1 API's name. Write "serviceAccountRef".
          containers:
            - image: docker.io/acme/shop:1.4.2
              starttupProbe: { tcpSocket: { port: 8080 } }
      #       ^^^^^^^^^^^^^ There is no "starttupProbe" here. Did you mean "startupProbe"?
    `,
  ],
  good: [
    terraform`
      resource "google_cloud_run_v2_service" "shop" {
        provider = google-beta
        name     = "shop"
        location = "europe-west1"
        count    = var.is_on ? 1 : 0

        template {
          an_argument_of_next_year = true
          containers {
            image = "docker.io/acme/shop:1.4.2"
          }
        }

        timeouts {
          create = "10m"
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
        <     servce_account = "shop@acme-prod.iam.gserviceaccount.com"
        <     timeout        = "60s"
        >     service_account = "shop@acme-prod.iam.gserviceaccount.com"
        >     timeout         = "60s"

              containers {
                image = "docker.io/acme/shop:1.4.2"
              }
            }
          }
      `,
  },
  *check(workload) {
    const resource = writtenOf(workload);
    for (const { entry, table } of resource.unknownNames ?? []) {
      const name = tableName(entry.key);
      const other = otherWordsFor(resource.kind, table, name);
      const near = suggest(name, Object.keys(table), 2);
      // "min" is not a misspelt "max", and a newer provider may have both.
      if (!other && (!near || near.replace('min', 'max') === name.replace('min', 'max'))) continue;
      const api = resource.kind.isV2 ? 'v1' : 'v2';
      const spell = (own: string): string => resource.kind.spell?.([own])[0] ?? own;
      yield {
        on: resource.keyOf(entry),
        message: other
          ? `There is no "${entry.key}" here: that is the ${api} API's name. Write "${spell(other)}".`
          : `There is no "${entry.key}" here. Did you mean "${spell(near!)}"?`,
        // What the other API has under that name may want another value.
        fix: other ? undefined : safeFix(`Write "${near}"`, renameArgument(workload, entry, near!)),
      };
    }
  },
});
