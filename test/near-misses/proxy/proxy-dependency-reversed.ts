import { template } from '../../../src/examples.ts';

export default [
  // An image of the team's own may be something else than the web server.
  template`
    metadata:
      annotations:
        run.googleapis.com/container-dependencies: "{\"nginx\":[\"web\"]}"
    spec:
      containers:
        - name: nginx
          image: europe-west1-docker.pkg.dev/acme-prod/shop/nginx:1.8.2
          ports: [{ containerPort: 8080 }]
        - name: web
          image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
          ports: [{ containerPort: 8888 }]
  `,
];

export const equivalent = {
  'needs.sidecars -> left out': 'Only saves time: two containers take part in each finding.',
  'needs.role -> left out': 'Only saves time: without such a container there is no front proxy to be found.',
};
