import { template } from '../../../src/examples.ts';

export default [
  // The wrapper without a sidecar, and the makers' own image started by it.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
          command: ["/app/datadog-init", "node", "server.js"]
        - name: search
          image: docker.io/acme/search:1.4.2
  `,
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
        - name: datadog
          image: gcr.io/datadoghq/serverless-init:1
          command: ["/datadog-init"]
  `,
];

export const equivalent = {
  'needs.sidecars -> left out': 'Only saves time: two containers take part in each finding.',
};
