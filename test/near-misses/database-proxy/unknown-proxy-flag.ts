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
];
