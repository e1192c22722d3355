import { manifest } from '../../../src/examples.ts';

export default [
  // A template line may bring what is missing.
  manifest`
    apiVersion: serving.knative.dev/v1
    kind: Service
    metadata:
      name: shop
    spec:
      template:
        metadata:
          annotations:
            run.googleapis.com/cloudsql-instances: acme-prod:europe-west1:orders
        spec:
          containers:
            - image: docker.io/acme/shop:1.4.2
              env:
                - name: DATABASE_URL
                  value: postgresql://shop@127.0.0.1:5432/orders
    {{- include "shop.more" . }}
  `,
];
