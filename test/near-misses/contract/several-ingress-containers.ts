import { manifest, template, terraform } from '../../../src/examples.ts';

export default [
  // A template line may bring what is missing.
  manifest`
    apiVersion: serving.knative.dev/v1
    kind: Service
    metadata:
      name: shop
    spec:
      template:
        metadata:
          annotations:
            run.googleapis.com/container-dependencies: '{"nginx":["web"]}'
        spec:
          containers:
            - name: nginx
              image: europe-west1-docker.pkg.dev/acme-prod/shop/nginx:1.8.2
              ports: [{ containerPort: 8080 }]
            - name: web
              image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
              ports: [{ containerPort: 8888 }]
              startupProbe: { tcpSocket: { port: 8888 } }
    {{- include "shop.more" . }}
  `,
  // Each may or may not have it.
  terraform`
    resource "google_cloud_run_v2_service" "shop" {
      name     = "shop"
      location = "europe-west1"
      template {
        containers {
          name  = "shop"
          image = "docker.io/acme/shop:1.4.2"

          dynamic "ports" {
            for_each = var.ports

            content {
              container_port = ports.value
            }
          }
        }

        containers {
          name  = "cache"
          image = "docker.io/library/redis:7.4"

          dynamic "ports" {
            for_each = var.ports

            content {
              container_port = ports.value
            }
          }
        }
      }
    }
  `,
  template`
    spec:
      containers:
        - name: nginx
          image: docker.io/library/nginx:1.27
          ports: [{ containerPort: 8080 }]
        - name: envoy
          image: docker.io/envoyproxy/envoy:v1.33.0
          ports: [{ containerPort: 8081 }]
        # ^^^^^ "nginx" and "envoy" have "ports", but only one container takes the requests.
        #  = Keep "ports" on the container that takes the requests, and remove it from the others.
  `,
];

export const equivalent = {
  'needs.sidecars -> left out': 'Only saves time: two containers take part in each finding.',
};
