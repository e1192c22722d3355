import { template, terraform } from '../../../src/examples.ts';

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
