import { manifest, template } from '../../../src/examples.ts';

export default [
  // A template line may bring what is missing.
  manifest`
    apiVersion: serving.knative.dev/v1
    kind: Service
    metadata:
      name: shop
    spec:
      template:
        spec:
          containers:
            - name: proxy
              image: docker.io/envoyproxy/envoy:v1.34.4
              ports: [{ containerPort: 8080 }]
            - name: web
              image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            - name: proxy
              image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.16.0
    {{- include "shop.more" . }}
  `,
  template`
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
        - image: docker.io/acme/search:1.4.2
  `,
];

export const equivalent = {
  'needs.sidecars -> left out': 'Only saves time: two containers take part in each finding.',
};
