import { template } from '../../../src/examples.ts';

export default [
  template`
    spec:
      serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
      containers:
        # Alone it is a web server, and all is its own.
        - name: nginx
          image: docker.io/nginxinc/nginx-unprivileged:1.29.1
          ports: [{ containerPort: 8080 }]
  `,
];
