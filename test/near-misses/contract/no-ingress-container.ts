import { template } from '../../../src/examples.ts';

export default [
  template`
    spec:
      serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
      containers:
        # Alone, a container needs no ports: Cloud Run sends requests to 8080.
        - image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
          resources: { limits: { cpu: "1", memory: 512Mi } }
  `,
];
