import { template } from '../../../src/examples.ts';

export default [
  // Here it turns on `!match.stock`, `env.exists`.
  template`
    spec:
      containers:
        - name: datadog
    #           ^^^^^^^ "datadog" has no "DD_API_KEY", so Datadog refuses what it sends.
          image: gcr.io/datadoghq/serverless-init:1
  `,
  // Here it turns on `mayDiffer`.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
        - name: splunk
          image: europe-west1-docker.pkg.dev/acme-prod/apps/serverless-init:7
          env:
    #     ^^^ "splunk" has no "DD_API_KEY", so Datadog refuses what it sends.
            - name: SPLUNK_ACCESS_TOKEN
  `,
  // Here it turns on `needs.role`.
  template`
    spec:
      containers:
        - name: auth
          image: quay.io/oauth2-proxy/oauth2-proxy:v7.12.0
          ports: [{ containerPort: 4180 }]
        - name: web
          image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
  `,
  // Here it turns on `container.env.length === 0`.
  template`
    spec:
      containers:
        - name: shop
          image: europe-west1-docker.pkg.dev/acme-prod/apps/serverless-init:7
          ports: [{ containerPort: 8080 }]
        - name: cache
          image: europe-west1-docker.pkg.dev/acme-prod/apps/serverless-init:7
  `,
  // Here it turns on `workload.containers.length === 1 || container.hasPorts || words.length > 0`.
  template`
    spec:
      containers:
        - name: shop
          image: europe-west1-docker.pkg.dev/acme-prod/apps/serverless-init:7
          ports: [{ containerPort: 8080 }]
          env: [{ name: PORT }]
  `,
];
