import { manifest, template, terraform } from '../../../src/examples.ts';

export default [
  template`
    metadata:
      annotations:
        run.googleapis.com/identity-type: agent-identity
    spec:
      serviceAccount: shop
      containers:
        - image: docker.io/acme/shop:1.4.2
          {{- include "shop.volumes" . }}
  `,
  // A template line may bring what is missing.
  manifest`
    apiVersion: serving.knative.dev/v1
    kind: Service
    metadata:
      name: shop
    spec:
      template:
        spec:
          containers:
            - image: europe-west1-docker.pkg.dev/acme-prod/images/shop:1.4.2
    {{- include "shop.more" . }}
  `,
  terraform`
    resource "google_cloud_run_v2_service" "shop" {
      name     = "shop"
      location = "europe-west1"
      dynamic "template" {
        for_each = var.templates

        content {
          service_account = template.value
        }
      }
    }
  `,
];
