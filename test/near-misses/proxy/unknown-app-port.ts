import { template } from '../../../src/examples.ts';

export default [
  // Here it turns on `!proxy`.
  template`
    spec:
      containers:
        - name: nginx
          image: docker.io/library/nginx:1.29.1
        - name: php
          image: \${SHOP_IMAGE}
  `,
  // Here it turns on `listeners.length > 0`.
  template`
    spec:
      containers:
        - name: envoy
          image: docker.io/envoyproxy/envoy:v1.34.4
          ports: [{ name: h2c, containerPort: 8080 }]
        - name: grpc
          image: europe-west1-docker.pkg.dev/acme-prod/shop/grpc:1.8.2
          startupProbe: { grpc: { port: 50051 } }
  `,
  // Here it turns on `!application`.
  template`
    spec:
      containers:
        - name: nginx
          image: docker.io/library/nginx:1.29.1
          ports: [{ containerPort: 80 }]
        - name: collector
          image: \${SHOP_IMAGE}
  `,
  // Here it turns on `!volume`.
  template`
    spec:
      containers:
        - name: nginx
          image: docker.io/library/nginx:1.29.1
          ports: [{ containerPort: 80 }]
        - name: php
          image: \${SHOP_IMAGE}
          volumeMounts: [{ name: config }]
  `,
  // Here it turns on `proxy.dials.some(({ port }) => port !== undefined)`.
  template`
    spec:
      containers:
        - name: caddy
          image: docker.io/library/caddy:2.10.2
          args: ["--to", "localhost:8080"]
          ports: [{ containerPort: 8080 }]
        - name: web
          image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
  `,
  // Here it turns on `settings.mayHideSome`.
  template`
    spec:
      containers:
        - name: backoffice
          image: europe-west1-docker.pkg.dev/acme-prod/shop/backoffice:1.8.2
          args: ["\${ARGS}"]
        - name: auth
          image: europe-west1-docker.pkg.dev/acme-prod/quay/oauth2-proxy/oauth2-proxy:v7.12.0
          ports: [{ containerPort: 4180 }]
  `,
  // Here it turns on `settings.words.some(({ text }) => portInArgument.test(text))`.
  template`
    spec:
      containers:
        - name: backoffice
          image: europe-west1-docker.pkg.dev/acme-prod/shop/backoffice:1.8.2
          args: ["--grpc-listen=:50051"]
        - name: auth
          image: europe-west1-docker.pkg.dev/acme-prod/quay/oauth2-proxy/oauth2-proxy:v7.12.0
          ports: [{ containerPort: 4180 }]
  `,
  // Here it turns on `portInArgument.test(value ?? '')`.
  template`
    spec:
      containers:
        - name: nginx
          image: docker.io/library/nginx:1.29.1
          ports: [{ containerPort: 8080 }]
        - name: web
          image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
          env: [{ name: LOG_LEVEL, value: localhost:9999 }]
  `,
  // Here it turns on `others.length > 0`.
  template`
    spec:
      containers:
        - name: backoffice
          image: europe-west1-docker.pkg.dev/acme-prod/shop/backoffice:1.8.2
        - name: auth
          image: europe-west1-docker.pkg.dev/acme-prod/quay/oauth2-proxy/oauth2-proxy:v7.12.0
          ports: [{ containerPort: 4180 }]
        - name: search
          image: docker.io/acme/search:1.4.2
  `,
];

export const equivalent = {
  'needs.sidecars -> left out': 'Only saves time: two containers take part in each finding.',
  'needs.role -> left out': 'Only saves time: without such a container there is no front proxy to be found.',
};
