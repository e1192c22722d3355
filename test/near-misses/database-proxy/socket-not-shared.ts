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
  // Here it turns on `path === undefined`.
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
  // Here it turns on `needs.sidecars`.
  template`
    spec:
      containers:
        - name: proxy
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
          args:
            - --unix-socket=/sockets
  `,
  // Here it turns on `!member.isCertain`.
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
  // Here it turns on `connections.length === 0`.
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
  // Here it turns on `value?.startsWith(`${folder}/`)`.
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
  // Here it turns on `!hasPlaceholder(folder)`.
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
  // Here it turns on `folder`.
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
  // Here it turns on `volumeName === undefined`.
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
];
