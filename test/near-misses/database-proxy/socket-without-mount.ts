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
            - image: docker.io/acme/shop:1.4.2
              env:
                - name: INSTANCE_UNIX_SOCKET
                  value: /cloudsql/acme-prod:europe-west1:orders
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

          env {
            name  = "INSTANCE_UNIX_SOCKET"
            value = "/cloudsql/acme-prod:europe-west1:orders"
          }

          dynamic "volume_mounts" {
            for_each = var.mounts

            content {
              name       = volume_mounts.key
              mount_path = volume_mounts.value
            }
          }
        }
      }
    }
  `,
  // Where the volume is mounted is not said: it may be "/cloudsql".
  template`
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
          env:
            - name: INSTANCE_UNIX_SOCKET
              value: /cloudsql/acme-prod:europe-west1:orders
          volumeMounts: [{ name: config }]
  `,
  // A socket that is not named like an instance is as little there.
  template`
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
          env:
            - name: INSTANCE_UNIX_SOCKET
              value: /cloudsql/orders
    #                ^^^^^^^^^^^^^^^^ "INSTANCE_UNIX_SOCKET" names a socket in "/cloudsql", but the template has no "run.googleapis.com/cloudsql-instances" and the container no such mount.
  `,
  // A volume of the team's own is mounted on the folder: a proxy may fill it.
  template`
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
          env:
            - name: INSTANCE_UNIX_SOCKET
              value: /cloudsql/acme-prod:europe-west1:orders
          volumeMounts: [{ name: sockets, mountPath: /cloudsql }]
  `,
  // An annotation without a name connects to nothing.
  template`
    metadata:
      annotations:
        run.googleapis.com/cloudsql-instances: ""
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
          env:
            - name: INSTANCE_UNIX_SOCKET
              value: /cloudsql/acme-prod:europe-west1:orders
    #                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "INSTANCE_UNIX_SOCKET" names a socket in "/cloudsql", but the template has no "run.googleapis.com/cloudsql-instances" and the container no such mount.
  `,
  // An annotation that is empty may be filled in by another tool.
  template`
    metadata:
      annotations:
        run.googleapis.com/cloudsql-instances: null
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
          env:
            - name: INSTANCE_UNIX_SOCKET
              value: /cloudsql/acme-prod:europe-west1:orders
  `,
  // A variable without a value names no socket.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
          env: [{ name: DB_PORT }]
  `,
  // The annotation stands in the wrong place, which is another rule's finding.
  manifest`
    apiVersion: serving.knative.dev/v1
    kind: Service
    metadata:
      name: shop
      annotations:
        run.googleapis.com/cloudsql-instances: acme-prod:europe-west1:orders
    spec:
      template:
        spec:
          containers:
            - image: docker.io/acme/shop:1.4.2
              env: [{ name: DB_SOCKET, value: "/cloudsql/acme-prod:europe-west1:orders" }]
  `,
  // The names are filled in here or there, or it is no instance's.
  template`
    metadata:
      annotations:
        run.googleapis.com/cloudsql-instances: acme-prod:europe-west1:\${DATABASE}
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
          env: [{ name: DB_SOCKET, value: "/cloudsql/acme-prod:europe-west1:orders" }]
  `,
  template`
    metadata:
      annotations:
        run.googleapis.com/cloudsql-instances: acme-prod:europe-west1:orders
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
          env:
            - { name: DB_SOCKET, value: "/cloudsql/acme-prod:europe-west1:\${DATABASE}" }
            - { name: SOCKET_FOLDER, value: /cloudsql/sockets }
  `,
  // The annotations come from elsewhere.
  template`
    metadata: \${METADATA}
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
          env: [{ name: DB_SOCKET, value: "/cloudsql/acme-prod:europe-west1:orders" }]
  `,
  template`
    metadata:
      annotations: \${ANNOTATIONS}
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
          env: [{ name: DB_SOCKET, value: "/cloudsql/acme-prod:europe-west1:orders" }]
  `,
  manifest`
    apiVersion: serving.knative.dev/v1
    kind: Service
    metadata:
      name: shop
    spec:
      template:
        spec:
          containers:
            - image: docker.io/acme/shop:1.4.2
              env: [{ name: DB_SOCKET, value: "/cloudsql/acme-prod:europe-west1:orders" }]
    {{- include "shop.more" . }}
  `,
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          env:
            - name: DB_SOCKET
              value: /cloudsql/\${PROJECT}:europe-west1:orders
              #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "DB_SOCKET" of "shop" names a socket in "/cloudsql", but the template has no "run.googleapis.com/cloudsql-instances" and the container no such mount.
              #  = Add the instance to "run.googleapis.com/cloudsql-instances" on the template.
  `,
  terraform`
    resource "google_cloud_run_v2_service" "shop" {
      name     = "shop"
      location = "europe-west1"

      template {
        containers {
          image = "docker.io/acme/shop:1.4.2"

          env {
            name  = "DB_HOST"
            value = "/cloudsql/acme-prod:europe-west1:orders"
            #        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "DB_HOST" names a socket in "/cloudsql", but the template has no "cloud_sql_instance" and the container no such mount.
            # = Add "acme-prod:europe-west1:orders" to "instances" of a volume "cloud_sql_instance", and mount it at "/cloudsql".
          }
        }
      }
    }
  `,
  terraform`
    resource "google_cloud_run_v2_service" "shop" {
      name     = "shop"
      location = "europe-west1"

      template {
        containers {
          image = "docker.io/acme/shop:1.4.2"

          env {
            name  = "DB_HOST"
            value = "/cloudsql/acme-prod:europe-west1:orders"
            #        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "DB_HOST" names a socket of "acme-prod:europe-west1:orders", but "cloud_sql_instance" does not name this instance.
            # = Add "acme-prod:europe-west1:orders" to "instances" of a volume "cloud_sql_instance".
          }
        }

        volumes {
          name = "sql"

          cloud_sql_instance {
            instances = ["acme-prod:europe-west1:stock"]
            #           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ The instances that get a socket.
          }
        }
      }
    }
  `,
];

export const equivalent = {
  'value.text === undefined -> false': 'Narrows the type: no socket stands in what is no text.',
};
