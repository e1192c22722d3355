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
            - name: web
              image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
              ports: [{ containerPort: 8080 }]
            - name: nginx
              image: docker.io/library/nginx:1.29.1
              volumeMounts: [{ name: nginx-conf, mountPath: /etc/nginx/conf.d }]
          volumes:
            - name: nginx-conf
              secret: { secretName: nginx-conf, items: [{ key: "3", path: default.conf }] }
    {{- include "shop.more" . }}
  `,
  // Here it turns on `callsElsewhere(proxy)`, `isSet`.
  template`
    spec:
      containers:
        - name: client
          image: europe-west1-docker.pkg.dev/acme-prod/shop/client:1.8.2
          ports: [{ containerPort: 8080 }]
    #     ^^^^^ Requests go straight to "client" and never pass "nginx". "ports" belongs on "nginx".
          env: [{ name: API_URL }]
        - name: nginx
          image: docker.io/library/nginx:1.29.1
    #            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ The proxy that no request passes.
        - name: cache
          image: docker.io/library/varnish:7.7
          env: [{ name: VARNISH_BACKEND_HOST, value: prices.example.com }]
  `,
  // Here it turns on `dependencies.waitsFor(ingress.container, proxy.container)`.
  template`
    metadata:
      annotations:
        run.googleapis.com/container-dependencies: "{\"client\":[\"envoy\"]}"
    spec:
      containers:
        - name: client
          image: europe-west1-docker.pkg.dev/acme-prod/shop/client:1.8.2
          ports: [{ containerPort: 8080 }]
        - name: envoy
          image: docker.io/library/nginx:1.29.1
  `,
  // Here it turns on `needs.role`.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
        - name: tunnel
          image: docker.io/cloudflare/cloudflared:2025.9.1
  `,
  // Here it turns on `proxy.product?.order === 'after-app'`.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:latest
          ports: [{ containerPort: 8080 }]
        - name: proxy
          image: docker.io/envoyproxy/envoy@sha256:0a2e8e3a6d0a4f2f8c1b5d7e9f3a5c7b9d1e3f5a7c9b1d3e5f7a9c1b3d5e7f90
  `,
  // Here it turns on `!frontWords.test(`${ingress.label} ${ingress.container.image ?? ''}`)`.
  template`
    spec:
      containers:
        - name: auth
          image: europe-west1-docker.pkg.dev/acme-prod/shop/auth:1.8.2
          ports: [{ containerPort: 8080 }]
        - name: esp
          image: gcr.io/endpoints-release/endpoints-runtime-serverless:2.51.0
  `,
  // Here it turns on `needs.certain`.
  template`
    spec:
      containers:
        - name: web
          image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
          ports: [{ containerPort: 8080 }]
        - name: nginx
          image: docker.io/acme/nginx:1.4.2
          volumeMounts: [{ name: nginx-conf, mountPath: /etc/nginx/conf.d }]
  `,
  // Here it turns on `ingress?.role !== 'application'`.
  template`
    spec:
      containers:
        - name: traefik
          image: docker.io/library/traefik:v3.5
          ports: [{ containerPort: 8080 }]
        - name: web
          image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
  `,
  // Here it turns on `container.isIngress`.
  template`
    spec:
      containers:
        - name: web
          image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
          ports: [{ containerPort: 8080 }]
        - name: nginx
          image: docker.io/library/nginx:1.29.1
          ports: [{ containerPort: 8080 }]
  `,
  // Here it turns on `mayBeCalled(proxy)`.
  template`
    spec:
      containers:
        - name: web
          image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
          ports: [{ containerPort: 8080 }]
          env: [{ name: API_URL, value: "http://localhost:10000" }]
        - name: nginx
          image: docker.io/library/nginx:1.29.1
          volumeMounts: [{ name: nginx-conf }]
  `,
  // Here it turns on `name === undefined`.
  template`
    spec:
      containers:
        - name: client
          image: europe-west1-docker.pkg.dev/acme-prod/shop/client:1.8.2
          ports: [{ containerPort: 8080 }]
          env: [{}]
        - name: nginx
          image: docker.io/library/nginx:1.29.1
  `,
  // Here it turns on `value === undefined`.
  template`
    spec:
      containers:
        - name: client
          image: europe-west1-docker.pkg.dev/acme-prod/shop/client:1.8.2
          ports: [{ containerPort: 8080 }]
    #     ^^^^^ Requests go straight to "client" and never pass "nginx". "ports" belongs on "nginx".
          env: [{ name: API_URL, value: "http://localhost:10000" }]
        - name: nginx
          image: docker.io/library/nginx:1.29.1
    #            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ The proxy that no request passes.
  `,
  // Here it turns on `means(name, 'address')`.
  template`
    spec:
      containers:
        - name: client
          image: europe-west1-docker.pkg.dev/acme-prod/shop/client:1.8.2
          ports: [{ containerPort: 8080 }]
    #     ^^^^^ Requests go straight to "client" and never pass "nginx". "ports" belongs on "nginx".
          env: [{ name: null, valueFrom: { secretKeyRef: { name: api-url } } }]
        - name: nginx
          image: docker.io/library/nginx:1.29.1
    #            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ The proxy that no request passes.
  `,
];

export const equivalent = {
  'needs.sidecars -> left out': 'Only saves time: two containers take part in each finding.',
};
