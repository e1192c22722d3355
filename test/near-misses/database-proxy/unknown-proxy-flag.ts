import { template } from '../../../src/examples.ts';

export default [
  // Two arguments in one are reported by "joined-proxy-arguments", where nothing is filled in.
  template`
    spec:
      containers:
        - name: proxy
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
          args: ["--port=5432 acme-prod:europe-west1:orders\${X}"]
  `,
  // Flags are spelt in small letters.
  template`
    spec:
      containers:
        - name: proxy
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
          args: ["--PORT 5432"]
    #             ^^^^^^ "proxy" gets "--PORT", which is not a flag of Cloud SQL Auth Proxy. Write "--port".
  `,
  // An image of the team's own may be any proxy.
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
  // One dash begins a short flag, here "-t" with its value: it is no name of a flag.
  template`
    spec:
      containers:
        - name: proxy
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
          args: ["-ttoken", "acme-prod:europe-west1:orders"]
  `,
  template`
    spec:
      containers:
        - name: proxy
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
          args: ["-health_check", "acme-prod:europe-west1:orders"]
    #             ^^^^^^^^^^^^^ "proxy" gets "-health_check", which is not a flag of Cloud SQL Auth Proxy. Write "--health-check".
        # What is no argument of its own, "joined-proxy-arguments" reports.
        - name: second
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
          args: ["-port 5432", "acme-prod:europe-west1:orders"]
        - name: third
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
          args: ["-instances=acme-prod:europe-west1:orders --verbose"]
        - name: fourth
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
          args: ["-structured-logs", "acme-prod:europe-west1:orders"]
    #             ^^^^^^^^^^^^^^^^ "fourth" gets "-structured-logs", which is not a flag of Cloud SQL Auth Proxy. Write "--structured-logs".
        # A value may hold what looks like a flag.
        - name: sixth
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
          args: ["--user-agent", "shop --nightly", "acme-prod:europe-west1:orders"]
  `,
];
