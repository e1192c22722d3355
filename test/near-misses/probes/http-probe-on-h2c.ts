import { template } from '../../../src/examples.ts';

export default [
  template`
    spec:
      serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
      containers:
        - image: europe-west1-docker.pkg.dev/acme-prod/shop/orders:1.8.2
          ports: [{ name: http1, containerPort: 8080 }]
          startupProbe: { httpGet: { path: /healthz, port: 8080 } }
          resources: { limits: { cpu: "1", memory: 512Mi } }
  `,
  template`
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
          args: [--upstream-protocol, h2c]
          ports: [{ name: http1, containerPort: 8080 }]
          startupProbe:
            httpGet: { path: /healthz }
  `,
  template`
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
          ports: [{ name: h2c, containerPort: "\${PORT}" }]
          startupProbe:
            httpGet: { path: /healthz }
  `,
];

export const equivalent = {
  '!ingress -> false': 'For types: without an ingress container there is no name of its port.',
};
