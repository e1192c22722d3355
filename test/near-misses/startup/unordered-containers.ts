import { template, terraform } from '../../../src/examples.ts';

export default [
  template`
    spec:
      serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
      containers:
        - image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
          ports: [{ containerPort: 8080 }]
          resources: { limits: { cpu: "1", memory: 512Mi } }
  `,
  // What is merged in may have the start order.
  terraform`
    resource "google_cloud_run_service" "shop" {
      name     = "shop"
      location = "europe-west1"
      template {
        metadata {
          annotations = merge(var.annotations, { "autoscaling.knative.dev/maxScale" = "3" })
        }

        spec {
          containers {
            name  = "shop"
            image = "docker.io/acme/shop:1.4.2"

            ports {
              container_port = 8080
            }
          }

          containers {
            name  = "search"
            image = "docker.io/acme/search:1.4.2"
          }
        }
      }
    }
  `,
];
