import { template } from '../../../src/examples.ts';

export default [
  // Here it turns on `source !== 'default'`.
  template`
    spec:
      containers:
        - name: proxy
          image: us-docker.pkg.dev/acme/sidecars/cloud-sql-proxy:2.14.1
          args: ["acme-prod:europe-west1:orders?port=5432s"]
  `,
  // Here it turns on `settings.mayHideSome`.
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
  // Here it turns on `connections.length === 0`.
  template`
    spec:
      containers:
        - name: proxy
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.16.0
  `,
  // Here it turns on `config === 'own'`.
  template`
    spec:
      containers:
        - name: proxy
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
          args: ["acme-prod:europe-west1:orders"]
          volumeMounts: [{ name: config }]
  `,
];
