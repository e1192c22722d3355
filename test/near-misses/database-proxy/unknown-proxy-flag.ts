import { template } from '../../../src/examples.ts';

export default [
  // Here it turns on `!text.includes('{')`.
  template`
    spec:
      containers:
        - name: proxy
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
          args: ["--port=5432 acme-prod:europe-west1:orders\${X}"]
  `,
  // Here it turns on `isKnown`, `flags.includes(dashed)`.
  template`
    spec:
      containers:
        - name: proxy
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
          args: ["--PORT 5432"]
    #             ^^^^^^ "proxy" gets "--PORT", which is no flag of Cloud SQL Auth Proxy. Write "--port".
  `,
  // Here it turns on `!isCertain`.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
        - name: proxy
          image: docker.io/acme/proxy:1.4.2
          args: ["-port=5433", "acme-prod:europe-west1:orders"]
  `,
  // Here it turns on `dashes === '-' && !isKnown && !Object.hasOwn(strangers, name) && !name.includes('_')`.
  template`
    spec:
      containers:
        - name: proxy
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
          args: ["-PORT=5433"]
  `,
  template`
    spec:
      containers:
        - name: proxy
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
          args: ["-health_check", "acme-prod:europe-west1:orders"]
    #             ^^^^^^^^^^^^^ "proxy" gets "-health_check", which is no flag of Cloud SQL Auth Proxy. Write "--health-check".
        - name: second
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
          args: ["--health-check true", "acme-prod:europe-west1:orders"]
    #            ^^^^^^^^^^^^^^^^^^^^^ "second" gets "--health-check true" as one argument, and has no flag of that name. Write each word as an item of its own.
        - name: third
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
          args: ["--port 5432 orders", "acme-prod:europe-west1:orders"]
    #            ^^^^^^^^^^^^^^^^^^^^ "third" gets "--port 5432 orders" as one argument, and has no flag of that name. Write each word as an item of its own.
        - name: fourth
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
          args: ["-structured-logs", "acme-prod:europe-west1:orders"]
    #             ^^^^^^^^^^^^^^^^ "fourth" gets "-structured-logs", which is no flag of Cloud SQL Auth Proxy. Write "--structured-logs".
        # A value may hold what looks like a flag.
        - name: sixth
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
          args: ["--user-agent", "shop --nightly", "acme-prod:europe-west1:orders"]
  `,
];
