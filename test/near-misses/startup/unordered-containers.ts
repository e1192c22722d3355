import { manifest, template } from '../../../src/examples.ts';

export default [
  template`
    spec:
      serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
      containers:
        - image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
          ports: [{ containerPort: 8080 }]
          resources: { limits: { cpu: "1", memory: 512Mi } }
  `,
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
            - name: web
              image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
              ports: [{ containerPort: 8080 }]
            - name: search
              image: europe-west1-docker.pkg.dev/acme-prod/shop/search:1.8.2
              env: [{ name: PORT, value: "8081" }]
    {{- include "shop.more" . }}
  `,
];
