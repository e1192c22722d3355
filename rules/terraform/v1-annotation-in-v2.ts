import { changedTerraform, manifest, terraform } from '../../src/examples.ts';
import {
  annotationMeantBy,
  defineRule,
  replaceAnnotation,
  systemEntries,
  unsafeFix,
  wordFor,
  writtenOf,
} from '../../src/rule-kit.ts';

export default defineRule({
  id: 'v1-annotation-in-v2',
  severity: 'error',
  appliesTo: 'workload',
  only: ['hcl', 'v2'],
  refused: true,
  summary: 'An annotation of the v1 API stands in a resource of the v2 API.',
  why: 'The v2 API has a field for each of these settings and refuses their annotations: keys that begin with `run.googleapis.com/`, `cloud.googleapis.com/`, `serving.knative.dev/` or `autoscaling.knative.dev/`. On an existing resource the annotation of the service may be dropped in silence instead, so that the setting never takes effect.',
  remedy: 'Write the field of the v2 resource that the message names, and remove the annotation.',
  help: false,
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/cloud_run_v2_service',
    'https://cloud.google.com/run/docs/reference/rest/v2/projects.locations.services#Service',
  ],
  fixable: 'unsafe',
  bad: [
    terraform`
      resource "google_cloud_run_v2_service" "shop" {
        name     = "shop"
        location = "europe-west1"

        annotations = {
          "run.googleapis.com/ingress" = "internal"
      #    ^^^^^^^^^^^^^^^^^^^^^^^^^^ A v2 resource takes no annotation "run.googleapis.com/ingress". Set "ingress" instead.
        }

        template {
          annotations = {
            "autoscaling.knative.dev/maxScale"          = "10"
      #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ A v2 resource takes no annotation "autoscaling.knative.dev/maxScale". Set "template.scaling.max_instance_count" instead.
            "run.googleapis.com/container-dependencies" = jsonencode({ app = ["proxy"] })
      #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ A v2 resource takes no annotation "run.googleapis.com/container-dependencies". Set "depends_on" instead.
          }
          containers {
            image = "docker.io/acme/shop:1.4.2"
          }
        }
      }
    `,
    terraform`
      resource "google_cloud_run_v2_job" "report" {
        name     = "report"
        location = "europe-west1"

        labels = {
          "run.googleapis.com/satisfiesPzs" = "true"
      #    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ A v2 resource takes no label "run.googleapis.com/satisfiesPzs", since Cloud Run keeps such keys for itself. Remove it.
        }

        template {
          template {
            containers {
              image = "docker.io/acme/report:1.4.2"
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
        annotations:
          run.googleapis.com/ingress: internal
      #   ^^^^^^^^^^^^^^^^^^^^^^^^^^ A v2 resource takes no annotation "run.googleapis.com/ingress". Set "ingress" instead.
        template:
          annotations:
            autoscaling.knative.dev/maxScale: "10"
      #     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ A v2 resource takes no annotation "autoscaling.knative.dev/maxScale". Set "template.scaling.maxInstanceCount" instead.
          containers:
            - image: docker.io/acme/shop:1.4.2
    `,
  ],
  good: [
    terraform`
      resource "google_cloud_run_v2_service" "shop" {
        name     = "shop"
        location = "europe-west1"
        ingress  = "INGRESS_TRAFFIC_INTERNAL_ONLY"

        annotations = {
          "acme.example/team" = "checkout"
        }

        template {
          containers {
            image = "docker.io/acme/shop:1.4.2"
          }
        }
      }
    `,
    terraform`
      resource "google_cloud_run_service" "shop" {
        name     = "shop"
        location = "europe-west1"

        metadata {
          annotations = {
            "run.googleapis.com/ingress" = "internal"
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
  fixes: {
    hcl: changedTerraform`
          resource "google_cloud_run_v2_service" "shop" {
            name     = "shop"
            location = "europe-west1"
        >   ingress  = "INGRESS_TRAFFIC_INTERNAL_ONLY"

        <   annotations = {
        <     "run.googleapis.com/ingress" = "internal"
        <   }
        <
            template {
              annotations = {
        <       "autoscaling.knative.dev/maxScale"  = "10" # as measured
        <       "acme.example/team"                 = "checkout"
        <       "run.googleapis.com/cpu-throttling" = "false"
        >       "acme.example/team" = "checkout"
              }

              containers {
                image = "docker.io/acme/shop:1.4.2"
        >
        >       resources {
        >         cpu_idle = false
        >       }
              }
        >
        >     scaling {
        >       max_instance_count = 10
        >     }
            }
          }
      `,
  },
  *check(workload) {
    const resource = writtenOf(workload);
    for (const { entry, on, what } of systemEntries(resource)) {
      const word = wordFor(resource, entry.key) ?? wordFor(resource, annotationMeantBy(entry.key) ?? '');
      const reason = ', since Cloud Run keeps such keys for itself. Remove it.';
      yield {
        on,
        message: `A v2 resource takes no ${what} "${entry.key}"${word ? `. Set ${word} instead.` : reason}`,
        // On a resource that is there, the annotation may have been dropped in silence.
        fix: unsafeFix(`Set ${word ?? ''}`, replaceAnnotation(workload, entry)),
      };
    }
  },
});
