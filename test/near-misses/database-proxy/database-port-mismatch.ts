import { template } from '../../../src/examples.ts';

export default [
  // Here it turns on `port === undefined`.
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
  // Here it turns on `!proxy`.
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
  // Here it turns on `(!dial.target && !isLoopback(dial.host)) || unclear.some((other) => other !== member)`.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
          env:
            - name: INSTANCE_HOST
              value: null
            - name: DB_PORT
              value: "5432"
        - name: proxy
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
          args:
            - --port=5433
  `,
  // Here it turns on `ports.length > 4`.
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
  // Here it turns on `ports.length === 1`.
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
  // Here it turns on `needs.certain`.
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
  // Here it turns on `!isForDatabase(dial)`.
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
];
