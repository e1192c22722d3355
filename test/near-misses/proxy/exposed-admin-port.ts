import { template } from '../../../src/examples.ts';

export default [
  // Here it turns on `!product || !isCertain || !isFrontProxy(product.role)`.
  template`
    spec:
      containers:
        - name: app
          image: europe-west1-docker.pkg.dev/acme-prod/shop/backoffice:1.8.2
          ports: [{ containerPort: 8080 }]
  `,
  // Here it turns on `!port || wanted === undefined`.
  template`
    spec:
      containers:
        - name: nginx
          image: docker.io/library/nginx:1.29.1
          ports: []
        - name: cache
          image: docker.io/library/redis:8.2.1
  `,
  // Here it turns on `!isCertain`.
  template`
    spec:
      containers:
        - name: envoy
          image: docker.io/acme/envoy:1.4.2
          ports: [{ containerPort: 9901 }]
        - name: web
          image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
  `,
  // Here it turns on `listen.purpose === 'admin'`.
  template`
    spec:
      containers:
        - name: auth
          image: europe-west1-docker.pkg.dev/acme-prod/quay/oauth2-proxy/oauth2-proxy:v7.12.0
          args: ["--config=/etc/oauth2-proxy/oauth2-proxy.cfg"]
          ports: [{ containerPort: 4180 }]
  `,
  // Here it turns on `!port`.
  template`
    spec:
      containers:
        - name: traefik
          image: docker.io/library/traefik:v3.5
          args: ["--api.insecure=true"]
          ports: [{}]
  `,
];
