import { template } from '../../../src/examples.ts';

export default [
  template`
    spec:
      serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
      containers:
        - image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
          ports: [{ containerPort: 8080 }]
          resources: { limits: { cpu: "1", memory: 512Mi } }
  `,
];
