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
        spec:
          containers:
            - name: shop
              image: docker.io/acme/shop:1.4.2
              ports: [{ containerPort: 8080 }]
              resources:
                limits:
                  cpu: "1"
                  memory: 1Gi
              volumeMounts:
                - name: logs
                  mountPath: /var/log/shop
            - name: shipper
              image: docker.io/fluent/fluent-bit:4.0.5
              resources:
                limits:
                  cpu: 250m
                  memory: 256Mi
              volumeMounts:
                - name: logs
                  mountPath: /logs
          volumes:
            - name: logs
              emptyDir:
                medium: Memory
    {{- include "shop.more" . }}
  `,
  terraform`
    resource "google_cloud_run_v2_service" "shop" {
      name     = "shop"
      location = "europe-west1"
      template {
        containers {
          name  = "shop"
          image = "docker.io/acme/shop:1.4.2"
        }

        volumes {
          name = "scratch"

          dynamic "empty_dir" {
            for_each = var.memory

            content {
              medium = "MEMORY"
            }
          }
        }
      }
    }
  `,
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          volumeMounts: [{ name: scratch, mountPath: /scratch }]
          resources: { limits: { memory: 1Gi } }
        - name: cache
          image: docker.io/acme/cache:1.4.2
          resources: { limits: { memory: "\${MEMORY}" } }
      volumes:
        - name: scratch
          emptyDir: { medium: Memory, sizeLimit: ~ }
      #   ^^^^^^^^ The in-memory volume "scratch" has no "sizeLimit". What a container writes counts as its own memory.
  `,
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          volumeMounts: [{ name: scratch, mountPath: /scratch }]
          resources: { limits: { memory: 1Gi } }
        - name: cache
          image: docker.io/acme/cache:1.4.2
          volumeMounts: [{ name: scratch, mountPath: /scratch }]
          resources: { limits: { memory: "\${MEMORY}" } }
      volumes:
        - name: scratch
          emptyDir: { medium: Memory }
      #   ^^^^^^^^ The in-memory volume "scratch" has no "sizeLimit". What a container writes counts as its own memory.
  `,
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          resources: { limits: { memory: 1Gi } }
      volumes:
        - name: scratch
          emptyDir: { medium: Memory }
      #   ^^^^^^^^ The in-memory volume "scratch" has no "sizeLimit", so it may grow to 512 MiB. What a container writes counts as its own memory.
  `,
  // A quarter would be less than a volume is good for.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          volumeMounts: [{ name: scratch, mountPath: /scratch }]
          resources: { limits: { memory: 3Mi } }
      volumes:
        - name: scratch
          emptyDir: { medium: Memory }
      #   ^^^^^^^^ The in-memory volume "scratch" has no "sizeLimit", so it may grow to 1.5 MiB. What a container writes counts as its own memory.
  `,
];
