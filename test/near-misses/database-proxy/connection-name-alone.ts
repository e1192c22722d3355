import { manifest } from '../../../src/examples.ts';

export default [
  // At the wrong place, which is a finding of its own.
  manifest`
    apiVersion: serving.knative.dev/v1
    kind: Service
    metadata:
      name: shop
      annotations:
        run.googleapis.com/cloudsql-instances: acme-prod:us-central1:orders
    spec:
      template:
        spec:
          containers:
            - image: docker.io/acme/shop:1.4.2
              env: [{ name: INSTANCE_CONNECTION_NAME, value: "acme-prod:us-central1:orders" }]
  `,
];
