import { template } from '../../../src/examples.ts';

export default [
  // A port is given, even if it is no number.
  template`
    spec:
      containers:
        - name: proxy
          image: us-docker.pkg.dev/acme/sidecars/cloud-sql-proxy:2.14.1
          args: ["acme-prod:europe-west1:orders?port=5432s"]
  `,
  // A template line may bring the port.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
        - name: proxy
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
          args: ["--structured-logs", "acme-prod:europe-west1:orders"]
    {{- include "shop.more" . }}
  `,
  // Without an instance there is no port: "database-proxy-without-instance" reports it.
  template`
    spec:
      containers:
        - name: proxy
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.16.0
  `,
  // A configuration of the team's own may name the port.
  template`
    spec:
      containers:
        - name: proxy
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
          args: ["acme-prod:europe-west1:orders"]
          volumeMounts: [{ name: config }]
  `,
];
