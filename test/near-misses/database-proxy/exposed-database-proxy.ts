import { template, terraform } from '../../../src/examples.ts';

export default [
  template`
    spec:
      containers:
        - name: proxy
          image: docker.io/acme/edge:1.0.0
          ports: [{ containerPort: 8080 }]
        - name: shop
          image: docker.io/acme/shop:1.4.2
          env: [{ name: PORT, value: "8081" }]
  `,
  terraform`
    resource "google_cloud_run_v2_service" "shop" {
      name     = "shop"
      location = "europe-west1"
      template {
        containers {
          name  = "shop"
          image = "docker.io/acme/shop:1.4.2"

          ports {
            container_port = 8080
          }
        }

        containers {
          name  = "proxy"
          image = "gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.19.0"
          args  = ["--port=5432", "acme-prod:europe-west1:shop"]

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
  // An image of that name alone may be anybody's, and listen for requests.
  template`
    spec:
      containers:
        - name: proxy
          image: cloud-sql-proxy
  `,
  // A shipper of logs with ports is no database proxy.
  template`
    spec:
      containers:
        - name: syslog
          image: docker.io/fluent/fluent-bit:4.0.8
          ports:
            - containerPort: 5140
  `,
  // A template line may bring the application.
  template`
    spec:
      containers:
        - name: proxy
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
          args: ["--address=0.0.0.0", "--port=8080", "acme-prod:europe-west1:orders"]
    {{- include "shop.more" . }}
  `,
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
        - name: search
          image: docker.io/acme/search:1.4.2
        - name: proxy
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
          ports: [{ containerPort: 5432 }]
        # ^^^^^ "proxy" runs Cloud SQL Auth Proxy, but its "ports" make it the container that takes the requests.
        #  = Move "ports" from "proxy" to the container that serves the requests.
          args: ["--port=5432", "acme-prod:europe-west1:orders"]
  `,
  template`
    spec:
      containers:
        - name: proxy
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
          ports: [{ containerPort: 5432 }]
        # ^^^^^ "proxy" runs Cloud SQL Auth Proxy, but its "ports" make it the container that takes the requests.
        #  = Put it beside the application that uses it.
          args: ["--port=5432", "acme-prod:europe-west1:orders"]
  `,
];
