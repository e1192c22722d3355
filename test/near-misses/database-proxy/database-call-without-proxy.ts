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
        metadata:
          annotations:
            run.googleapis.com/cloudsql-instances: acme-prod:europe-west1:orders
        spec:
          containers:
            - image: docker.io/acme/shop:1.4.2
              env:
                - name: DATABASE_URL
                  value: postgresql://shop@127.0.0.1:5432/orders
    {{- include "shop.more" . }}
  `,
  // A host that is not localhost may be a database in the network.
  template`
    metadata:
      annotations:
        run.googleapis.com/cloudsql-instances: acme-prod:europe-west1:blog
    spec:
      containers:
        - name: blog
          image: docker.io/acme/blog:1.4.2
          ports: [{ containerPort: 2368 }]
          env:
            - name: database__connection__host
              value: database
            - name: database__connection__port
              value: "3306"
  `,
  // With the name of an instance the application can open the socket itself.
  template`
    metadata:
      annotations:
        run.googleapis.com/cloudsql-instances: acme-prod:europe-west1:orders
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
          env:
            - { name: DB_HOST, value: localhost }
            - { name: DB_PORT, value: "5432" }
            - { name: INSTANCE_CONNECTION_NAME }
  `,
  // An annotation without a name connects to nothing yet: it may be filled in.
  template`
    metadata:
      annotations:
        run.googleapis.com/cloudsql-instances: ""
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
          env:
            - name: DATABASE_URL
              value: postgresql://shop@127.0.0.1:5432/orders
  `,
  // What a collector calls is no concern of an application's.
  template`
    metadata:
      annotations:
        run.googleapis.com/cloudsql-instances: acme-prod:europe-west1:orders
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
          env:
            - name: DATABASE_URL
              value: postgresql://shop@127.0.0.1:5432/orders
          name: collector
  `,
  // A script may start a proxy in the same container.
  template`
    metadata:
      annotations:
        run.googleapis.com/cloudsql-instances: acme-prod:europe-west1:orders
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
          env:
            - name: DATABASE_URL
              value: postgresql://shop@127.0.0.1:5432/orders
          command: [./start.sh]
  `,
  // A folder of sockets is named, so the application may use that.
  template`
    metadata:
      annotations:
        run.googleapis.com/cloudsql-instances: acme-prod:europe-west1:orders
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
          env:
            - name: DATABASE_URL
              value: postgresql://shop@127.0.0.1:5432/orders
            - name: PGADAPTER_HOST
              value: /sockets
  `,
  // With the name of an instance in any variable the application can open the socket itself.
  template`
    metadata:
      annotations:
        run.googleapis.com/cloudsql-instances: acme-prod:europe-west1:orders
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
          env:
            - { name: DB_HOST, value: localhost }
            - { name: DB_PORT, value: "5432" }
            - { value: "acme-prod:europe-west1:orders" }
  `,
  // A database proxy is there, and opens a port.
  template`
    metadata:
      annotations:
        run.googleapis.com/cloudsql-instances: acme-prod:europe-west1:orders
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
          env:
            - name: DATABASE_URL
              value: postgresql://shop@127.0.0.1:5432/orders
        - name: proxy
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
  `,
  // A collector opens no port for a database, whatever its configuration says.
  template`
    metadata:
      annotations:
        run.googleapis.com/cloudsql-instances: acme-prod:europe-west1:orders
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
          env:
            - name: DATABASE_URL
              value: postgresql://shop@127.0.0.1:5432/orders
    #                                  ^^^^^^^^^^^^^^ "DATABASE_URL" of the first container points to a database on localhost, but no container opens its port. "run.googleapis.com/cloudsql-instances" gives only a socket under "/cloudsql".
        - name: collector
          image: docker.io/otel/opentelemetry-collector-contrib:0.128.0
          args: ["--config=/etc/otel/config.yaml"]
  `,
  // An image of the team's own may open the port.
  template`
    metadata:
      annotations:
        run.googleapis.com/cloudsql-instances: acme-prod:europe-west1:orders
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
          env:
            - { name: DB_HOST, value: localhost }
            - { name: DB_PORT, value: "5432" }
        - name: collector
          image: docker.io/acme/helper:1.4.2
  `,
  // Host and port stand apart, so what is called is only likely, and more may listen than is known.
  template`
    metadata:
      annotations:
        run.googleapis.com/cloudsql-instances: acme-prod:europe-west1:blog
    spec:
      containers:
        - name: blog
          image: docker.io/acme/blog:1.4.2
          ports: [{ containerPort: 2368 }]
          env:
            - name: database__connection__host
              value: localhost
            - name: database__connection__port
              value: "3306"
        - name: collector
          image: docker.io/otel/opentelemetry-collector-contrib:0.128.0
  `,
  // No database speaks behind this name, and the query or a secret may name the socket.
  template`
    metadata:
      annotations:
        run.googleapis.com/cloudsql-instances: acme-prod:europe-west1:orders
    spec:
      containers:
        - { image: "docker.io/acme/shop:1.4.2", env: [{ name: DASHBOARD_URL, value: "http://localhost:3306" }] }
  `,
  template`
    metadata:
      annotations:
        run.googleapis.com/cloudsql-instances: acme-prod:europe-west1:orders
    spec:
      containers:
        - { image: "docker.io/acme/shop:1.4.2", env: [{ name: DATABASE_URL, value: "postgresql://shop@localhost:5432/orders?host=\${FOLDER}" }] }
  `,
  template`
    metadata:
      annotations:
        run.googleapis.com/cloudsql-instances: acme-prod:europe-west1:orders
    spec:
      containers:
        - { image: "docker.io/acme/shop:1.4.2", env: [{ name: DB_HOST, value: localhost }, { name: DB_PORT, value: "5432" }, { name: DATABASE_URL, valueFrom: { secretKeyRef: { name: database, key: "1" } } }] }
  `,
  // The container probes a database of its own.
  template`
    metadata:
      annotations:
        run.googleapis.com/cloudsql-instances: acme-prod:europe-west1:orders
    spec:
      containers:
        - { image: "docker.io/acme/shop:1.4.2", env: [{ name: DATABASE_URL, value: "postgresql://shop@localhost:5432/orders" }], livenessProbe: { tcpSocket: { port: 5432 } } }
  `,
  // Of a password nothing follows, nor of a port that is filled in.
  template`
    metadata:
      annotations:
        run.googleapis.com/cloudsql-instances: acme-prod:europe-west1:orders
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
          env:
            - { name: PGHOST, value: localhost }
            - { name: PGPORT, value: "\${PORT}" }
    #                                ^^^^^^^^^ "PGPORT" points to a database on localhost, but no container opens its port. "run.googleapis.com/cloudsql-instances" gives only a socket under "/cloudsql".
            - { name: PGPASSWORD, valueFrom: { secretKeyRef: { name: password, key: "1" } } }
  `,
];
