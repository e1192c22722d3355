import { manifest, template } from '../../../src/examples.ts';

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
              env:
                - name: INSTANCE_UNIX_SOCKET
                  value: /sockets/acme-prod:europe-west1:orders
            - name: proxy
              image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
              args:
                - --unix-socket=/sockets
                - acme-prod:europe-west1:orders
    {{- include "shop.more" . }}
  `,
  // Where the volume is mounted is not said: it may be the folder.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
          env:
            - name: PGADAPTER_HOST
              value: /sockets
        - name: pgadapter
          image: gcr.io/cloud-spanner-pg-adapter/pgadapter:v0.41.0
          args:
            - "-dir /sockets"
          volumeMounts: [{ name: sockets }]
  `,
  // A container alone shares its sockets with nobody.
  template`
    spec:
      containers:
        - name: proxy
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
          args:
            - --unix-socket=/sockets
  `,
  // An image of the team's own may be another proxy.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
        - name: proxy
          image: docker.io/acme/proxy:1.4.2
          args:
            - --unix-socket=/sockets
            - acme-prod:europe-west1:orders
  `,
  // Without an instance it says all the same where its sockets would be.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
        - name: proxy
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
          args:
            - --unix-socket=/sockets
    #                       ^^^^^^^^ "proxy" puts its sockets in "/sockets", which is on no volume, so no other container sees them.
  `,
  // The application is told of a socket in the folder.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
          env:
            - name: INSTANCE_UNIX_SOCKET
              value: /sockets/acme-prod:europe-west1:orders
        - name: pgadapter
          image: gcr.io/cloud-spanner-pg-adapter/pgadapter:v0.41.0
          args: ["-dir /sockets"]
    #                  ^^^^^^^^ "pgadapter" puts its sockets in "/sockets", which is on no volume, so no other container sees them.
  `,
  // A folder that is filled in may be on a volume.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
        - name: alloydb
          image: gcr.io/alloydb-connectors/alloydb-auth-proxy:1.13.0
          args: ["projects/acme-prod/locations/europe-west1/clusters/shop/instances/main?unix-socket=/alloydb\${X}"]
  `,
  // A script may start it, but the folder stays where it is.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
        - name: alloydb
          image: gcr.io/alloydb-connectors/alloydb-auth-proxy:1.13.0
          args: ["projects/acme-prod/locations/europe-west1/clusters/shop/instances/main?unix-socket=/alloydb"]
    #            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "alloydb" puts its sockets in "/alloydb", which is on no volume, so no other container sees them.
          command: [/bin/sh, ./start.sh]
  `,
  // A volume without a name, but mounted on the folder.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
          env:
            - name: PGADAPTER_HOST
              value: /sockets
        - name: pgadapter
          image: gcr.io/cloud-spanner-pg-adapter/pgadapter:v0.41.0
          args:
            - "-dir /sockets"
          volumeMounts: [{ mountPath: /sockets }]
  `,
  // Cloud Run makes the socket, or a template brings who mounts the volume.
  template`
    metadata:
      annotations:
        run.googleapis.com/cloudsql-instances: acme-prod:europe-west1:orders
    spec:
      containers:
        - { name: shop, image: "docker.io/acme/shop:1.4.2", ports: [{ containerPort: 8080 }] }
        - { name: proxy, image: "gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1", args: ["--unix-socket=/sockets", "acme-prod:europe-west1:orders"] }
  `,
  template`
    spec:
      containers:
        - { name: shop, image: "docker.io/acme/shop:1.4.2", ports: [{ containerPort: 8080 }] }
        - { name: proxy, image: "gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1", args: ["--unix-socket=/sockets", "acme-prod:europe-west1:orders"] }
    {{- include "shop.more" . }}
  `,
];
