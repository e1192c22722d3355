import { terraform } from '../../src/examples.ts';
import {
  type Attribute,
  attributeIn,
  defineRule,
  type Expression,
  terraformFileOf,
  type Workload,
} from '../../src/rule-kit.ts';

export default defineRule({
  id: 'unauthenticated-member',
  severity: 'info',
  securitySeverity: '6.0',
  appliesTo: 'file',
  only: 'hcl',
  summary: 'Everyone (`allUsers`) may call a service that is open to the internet.',
  why: 'For a public site or a webhook this is what it takes. For everything else it opens each container behind the port to everyone, and the line stands far from the service, often in a copied block.',
  remedy:
    'Grant `roles/run.invoker` to those who call, as `serviceAccount:…`. For a public service say so in an ignore comment.',
  help: false,
  references: [
    'https://cloud.google.com/run/docs/authenticating/public',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/cloud_run_v2_service_iam',
  ],
  bad: [
    terraform`
      resource "google_cloud_run_v2_service" "shop" {
      #                                       ~~~~ This is the service.
        name     = "shop"
        location = "europe-west1"

        template {
          containers {
            image = "docker.io/acme/shop:1.4.2"
          }
        }
      }

      resource "google_cloud_run_v2_service_iam_member" "public" {
        name     = google_cloud_run_v2_service.shop.name
        location = google_cloud_run_v2_service.shop.location
        role     = "roles/run.invoker"
        member   = "allUsers"
      #            ^^^^^^^^^^ Everyone may call "google_cloud_run_v2_service.shop", and its ingress is open to the internet. If the service is public, say so in an ignore comment.
      }
    `,
    terraform`
      resource "google_cloud_run_service_iam_binding" "public" {
        service  = google_cloud_run_service.shop.name
        location = google_cloud_run_service.shop.location
        role     = "roles/run.invoker"
        members  = ["serviceAccount:shop@acme-prod.iam.gserviceaccount.com", "allUsers"]
      #                                                                      ^^^^^^^^^^ Everyone may call "google_cloud_run_service.shop", and its ingress is open to the internet. If the service is public, say so in an ignore comment.
      }

      resource "google_cloud_run_service" "shop" {
        name     = "shop"
        location = "europe-west1"

        metadata {
          annotations = {
            "run.googleapis.com/ingress" = "all"
          }
        }

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
  good: [
    terraform`
      resource "google_cloud_run_v2_service" "shop" {
        name     = "shop"
        location = "europe-west1"
        ingress  = "INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER"

        template {
          containers {
            image = "docker.io/acme/shop:1.4.2"
          }
        }
      }

      resource "google_cloud_run_v2_service_iam_member" "public" {
        name     = google_cloud_run_v2_service.shop.name
        location = google_cloud_run_v2_service.shop.location
        role     = "roles/run.invoker"
        member   = "allUsers"
      }
    `,
    terraform`
      resource "google_cloud_run_v2_service" "shop" {
        name     = "shop"
        location = "europe-west1"
        ingress  = var.ingress

        template {
          containers {
            image = "docker.io/acme/shop:1.4.2"
          }
        }
      }

      resource "google_cloud_run_v2_service_iam_member" "public" {
        name     = google_cloud_run_v2_service.shop.name
        location = google_cloud_run_v2_service.shop.location
        role     = "roles/run.invoker"
        member   = "allUsers"
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

      resource "google_cloud_run_v2_service_iam_member" "caller" {
        count    = var.is_public ? 1 : 0
        name     = google_cloud_run_v2_service.shop.name
        location = google_cloud_run_v2_service.shop.location
        role     = "roles/run.invoker"
        member   = "allUsers"
      }
    `,
  ],
  *check(file) {
    const read = terraformFileOf(file);
    const services = new Map(file.workloads.map((workload) => [read.addressOf(workload), workload]));
    for (const { labels, body } of read.hcl.body.blocks) {
      const isOfV2 = labels[0]?.text.startsWith('google_cloud_run_v2_');
      const name = attributeIn(body, isOfV2 ? 'name' : 'service')?.value;
      const address = name?.kind === 'reference' ? name.steps.slice(0, 2).join('.') : '';
      const service = services.get(address);
      const everyone = ['member', 'members'].flatMap((key) => valuesOf(attributeIn(body, key))).find(isAllUsers);
      // Where it may not be there at all, nothing is certain.
      const isSure = !attributeIn(body, 'count') && !attributeIn(body, 'for_each');
      if (!service || !everyone || !isSure || !isOpen(service)) continue;
      yield {
        on: read.place(everyone),
        message: `Everyone may call "${address}", and its ingress is open to the internet. If the service is public, say so in an ignore comment.`,
        related: [{ on: read.nameOf(service), message: 'This is the service.' }],
      };
    }
  },
});

function valuesOf(attribute: Attribute | undefined): readonly Expression[] {
  const value = attribute?.value;
  if (value?.kind === 'tuple') return value.items;
  return value ? [value] : [];
}

function isAllUsers(value: Expression): boolean {
  return value.kind === 'template' && value.parts.some((part) => part.kind === 'text' && part.text === 'allUsers');
}

/** Whether requests come from the internet, and nobody but the service checks who sends them. */
function isOpen(service: Workload): boolean {
  const ingress = service.annotation('run.googleapis.com/ingress');
  if (ingress.exists && ingress.value !== 'all') return false;
  return !['iap-enabled', 'default-url-disabled'].some((key) => service.annotation(`run.googleapis.com/${key}`).exists);
}
