import { template } from '../../../src/examples.ts';

export default [
  // Without a port the client takes the usual one, and so does the proxy.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
          env:
            - name: INSTANCE_HOST
              value: 127.0.0.1
        - name: proxy
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
          args:
            - acme-prod:europe-west1:orders
  `,
  // The application calls itself, not the proxy.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
          env:
            - name: DATABASE_URL
              value: postgresql://shop@shop:5433/shop
        - name: alloydb
          image: gcr.io/alloydb-connectors/alloydb-auth-proxy:1.13.0
          args: ["projects/acme-prod/locations/europe-west1/clusters/shop/instances/main"]
  `,
  // A host of another name may be a database in the network.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
          env:
            - name: INSTANCE_HOST
              value: database
            - name: DB_PORT
              value: "5432"
        - name: proxy
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
          args:
            - --port=5433
  `,
  // Of many ports the first few are named.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
          env:
            - name: STOCK_DATABASE_URL
              value: localhost:9999
    #                ^^^^^^^^^^^^^^ "shop" calls its database on port 9999, but "proxy" serves the usual port of its database (3306, 3307, 5432, 5433 …).
        - name: proxy
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
          args: ["acme-prod:europe-west1:orders", "acme-prod:europe-west1:stock"]
    #            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ The proxy.
  `,
  // Two instances have two ports, counted on from the first.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
          env:
            - name: INSTANCE_HOST
              value: localhost:9999
    #                ^^^^^^^^^^^^^^ "shop" calls its database on port 9999, but "proxy" serves ports 5432, 5433.
        - name: proxy
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
          args: ["--port", "5432", "acme-prod:europe-west1:orders", "acme-prod:europe-west1:stock"]
    #                      ~~~~~~ The proxy.
  `,
  // An image of the team's own may be another proxy, with other ports.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
          env: [{ name: DB_HOST, value: localhost }, { name: DB_PORT, value: "5432" }]
        - name: proxy
          image: docker.io/acme/proxy:1.4.2
          args: ["--unix-socket=/sockets", "acme-prod:europe-west1:orders"]
  `,
  // What a vector database listens on is no concern of a proxy for Cloud SQL.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
          env:
            - { name: VECTOR_DB_HOST, value: localhost }
            - { name: VECTOR_DB_PORT, value: "6333" }
        - name: proxy
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
          args: ["acme-prod:europe-west1:orders"]
  `,
  // Another proxy may serve what cannot be told, a database runs beside it, or the port is a guess.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
          env: [{ name: DATABASE_URL, value: "postgresql://shop@localhost:5433/orders" }]
        - name: orders
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
          args: ["--port=5432", "acme-prod:europe-west1:orders"]
        - name: stock
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
          args: ["\${PROXY_ARGS}"]
  `,
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
          env: [{ name: DATABASE_URL, value: "postgresql://shop@localhost:5432/orders" }]
        - name: postgres
          image: docker.io/library/postgres:17.2
        - name: proxy
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
          args: ["--port=5433", "acme-prod:europe-west1:orders"]
  `,
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
          env: [{ name: POSTGRES_HOST, value: localhost }]
        - name: proxy
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
          args: ["--port=5433", "acme-prod:europe-west1:orders"]
  `,
  // What may be a proxy calls what it opens itself, and an unknown neighbour may listen there.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
        - name: cloud-sql-proxy
          image: docker.io/acme/sql-gate:1.4.2
          env: [{ name: DB_HOST, value: 127.0.0.1 }, { name: DB_PORT, value: "5439" }]
        - name: proxy
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
          args: ["--port=5433", "acme-prod:europe-west1:orders"]
  `,
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
          env: [{ name: DATABASE_URL, value: "postgresql://shop@localhost:5432/orders" }]
        - name: helper
          image: docker.io/acme/helper:1.4.2
        - name: proxy
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
          args: ["--port=5433", "acme-prod:europe-west1:orders"]
  `,
  // No proxy, and so another rule.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
          env: [{ name: DATABASE_URL, value: "postgresql://shop@localhost:5432/orders" }]
        - name: cache
          image: docker.io/library/memcached:1.6.39
  `,
  // The application and a cache, whose ports are known, open no port for databases.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
        - name: worker
          image: docker.io/acme/worker:1.4.2
          env: [{ name: DATABASE_URL, value: "postgresql://shop@proxy:5432/orders" }]
    #                                                           ^^^^^^^^^^ "worker" calls its database on port 5432, but "proxy" serves port 5433.
        - name: cache
          image: docker.io/library/memcached:1.6.39
        - name: proxy
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
          args: ["--port=5433", "acme-prod:europe-west1:orders"]
  `,
  // A proxy in an image of the team's own may serve another port.
  template`
    spec:
      containers:
        - { name: shop, image: "docker.io/acme/shop:1.4.2", ports: [{ containerPort: 8080 }], env: [{ name: DATABASE_URL, value: "postgresql://shop@localhost:5439/orders" }] }
        - { name: orders, image: "gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1", args: ["--port=5432", "acme-prod:europe-west1:orders"] }
        - { name: stock, image: "gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1", args: ["--port=\${PORT}", "acme-prod:europe-west1:stock"] }
  `,
  // The default of another image may be another, and a database in the application itself may listen there.
  template`
    spec:
      containers:
        - { name: shop, image: "docker.io/acme/shop:1.4.2", ports: [{ containerPort: 8080 }], env: [{ name: DATABASE_URL, value: "postgresql://shop@localhost:5439/orders" }] }
        - { name: orders, image: "gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1", args: ["--port=5432", "acme-prod:europe-west1:orders"] }
        - { name: stock, image: "us-docker.pkg.dev/acme-prod/images/alloydb-auth-proxy:1", args: ["projects/acme-prod/locations/europe-west1/clusters/shop/instances/main"] }
  `,
  template`
    spec:
      containers:
        - { name: shop, image: "docker.io/acme/shop:1.4.2", ports: [{ containerPort: 8080 }], env: [{ name: DATABASE_URL, value: "postgresql://shop@localhost:5432/orders" }], livenessProbe: { tcpSocket: { port: 5432 } } }
        - { name: orders, image: "gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1", args: ["--port=5433", "acme-prod:europe-west1:orders"] }
  `,
  // A container of the team's own takes that port.
  template`
    spec:
      containers:
        - { name: shop, image: "docker.io/acme/shop:1.4.2", ports: [{ containerPort: 8080 }], env: [{ name: DATABASE_URL, value: "postgresql://shop@localhost:5432/orders" }] }
        - { name: pool, image: "docker.io/acme/pool:1.4.2", env: [{ name: PORT, value: "5432" }] }
        - { name: orders, image: "gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1", args: ["--port=5433", "acme-prod:europe-west1:orders"] }
  `,
];
