import { template } from '../../../src/examples.ts';

export default [
  // A secret may hold the name, and what has the form of neither product is left to the proxy.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
        - name: proxy
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
          env:
            - name: CSQL_PROXY_INSTANCE_CONNECTION_NAME
              valueFrom: { secretKeyRef: { name: instance, key: "1" } }
        - name: other
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
          args: ["--port=5433", "orders.db.acme.example"]
  `,
  // A script may give it, and other programs want none.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
        - name: proxy
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
          command: [/scripts/start.sh]
        - name: version
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
          command: [/wait-for-it]
        - name: joined
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
          args: ["--port 5432"]
  `,
];
