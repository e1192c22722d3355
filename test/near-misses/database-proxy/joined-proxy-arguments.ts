import { template } from '../../../src/examples.ts';

export default [
  // What is filled in may end the first argument, and a template may write JSON with blanks.
  template`
    spec:
      containers:
        - name: proxy
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
          args: ["--port=5432 acme-prod:europe-west1:orders\${X}", '--json-credentials={"type": "authorized_user"}']
  `,
  // An image of the team's own may be any proxy, and a shell takes arguments apart.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
        - name: proxy
          image: docker.io/acme/proxy:1.4.2
          args: ["--port 5433", "acme-prod:europe-west1:orders"]
        - name: started
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1-alpine
          command: [sh, -c, "/cloud-sql-proxy --port 5434 acme-prod:europe-west1:stock"]
  `,
  // A flag that the proxy does not have is reported by "unknown-proxy-flag", whatever follows it.
  template`
    spec:
      containers:
        - name: proxy
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
          args: ["--PORT 5432", "acme-prod:europe-west1:orders"]
  `,
  template`
    spec:
      containers:
        - name: proxy
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
          args: ["--port 5432 orders", "acme-prod:europe-west1:orders"]
    #            ^^^^^^^^^^^^^^^^^^^^ "proxy" gets "--port 5432 orders" as one argument, and has no flag of that name. Write each word as an item of its own.
  `,
];
