import { manifest, template, terraform } from '../../../src/examples.ts';

export default [
  template`
    spec:
      serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
      containers:
        - image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
          ports: [{ containerPort: 8080 }]
          resources: { limits: { cpu: "1", memory: 512Mi } }
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
            - name: web
              image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
              ports: [{ containerPort: 8080 }]
            - name: search
              image: europe-west1-docker.pkg.dev/acme-prod/shop/search:1.8.2
              env: [{ name: PORT, value: "8081" }]
    {{- include "shop.more" . }}
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
  // "app-starts-before-sidecar" says who should wait.
  template`
    spec:
      containers:
        - name: web
          image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
          ports: [{ containerPort: 8080 }]
          env: [{ name: REDIS_URL, value: "redis://localhost:6379" }]
        - name: cache
          image: docker.io/library/redis:8.2.1
  `,
  // Here it turns on `(isMonitoring(role) && role !== 'metrics-scraper')`.
  template`
    spec:
      containers:
        - image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
          ports: [{ containerPort: 8080 }]
        - name: datadog-agent
          image: gcr.io/datadoghq/serverless-init:1.7.5
  `,
  // Here it turns on `member === proxy`.
  template`
    spec:
      containers:
        - name: envoy
          image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
          ports: [{ containerPort: 8080 }]
          env: [{ name: API_HOST, value: "http://localhost:10000" }]
        - name: envoy
          image: docker.io/envoyproxy/envoy:v1.34.4
        - name: metrics
          image: us-docker.pkg.dev/cloud-ops-agents-artifacts/cloud-run-gmp-sidecar/cloud-run-gmp-sidecar:1.2.0
  `,
];
