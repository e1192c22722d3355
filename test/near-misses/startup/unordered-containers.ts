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
  // A container without a name can wait for nobody.
  template`
    spec:
      containers:
        - image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
          ports: [{ containerPort: 8080 }]
        - name: datadog-agent
          image: gcr.io/datadoghq/serverless-init:1.7.5
  `,
  // Of two containers with one name nobody can say which waits.
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
  // A cache is behind no proxy.
  template`
    spec:
      containers:
    # ^^^^^^^^^^ The 2 containers start at the same time, since no start order is given.
        - name: nginx
          image: docker.io/library/nginx:1.29.1
          ports: [{ containerPort: 8080 }]
          volumeMounts: [{ name: conf, mountPath: /etc/nginx/conf.d }]
        - { name: cache, image: "docker.io/library/memcached:1.6.39" }
      volumes:
        - { name: conf, secret: { secretName: nginx, items: [{ key: "1", path: default.conf }] } }
  `,
];
