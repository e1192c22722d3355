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
  // A variable without a value sends nothing to the proxy, and the third container calls elsewhere itself.
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
  // The application waits for the proxy, so it knows why that is there.
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
  // A tunnel brings requests from outside, not through ports.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
        - name: tunnel
          image: docker.io/cloudflare/cloudflared:2025.9.1
  `,
  // A proxy that comes after the application may carry what it sends.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:latest
          ports: [{ containerPort: 8080 }]
        - name: proxy
          image: docker.io/envoyproxy/envoy@sha256:0a2e8e3a6d0a4f2f8c1b5d7e9f3a5c7b9d1e3f5a7c9b1d3e5f7a9c1b3d5e7f90
  `,
  // What is called "auth" in front is a proxy itself.
  template`
    spec:
      containers:
        - name: auth
          image: europe-west1-docker.pkg.dev/acme-prod/shop/auth:1.8.2
          ports: [{ containerPort: 8080 }]
        - name: esp
          image: gcr.io/endpoints-release/endpoints-runtime-serverless:2.51.0
  `,
  // An image of the team's own may be something else than the web server.
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
  // Requests go to a proxy, and through it to the application.
  template`
    spec:
      containers:
        - name: traefik
          image: docker.io/library/traefik:v3.5
          ports: [{ containerPort: 8080 }]
        - name: web
          image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
  `,
  // Both have ports: "several-ingress-containers" reports it.
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
  // The application calls a port on which the proxy may listen.
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
  // A variable whose name is filled in may lead to the proxy.
  template`
    spec:
      containers:
        - name: client
          image: europe-west1-docker.pkg.dev/acme-prod/shop/client:1.8.2
          ports: [{ containerPort: 8080 }]
          env: [{ name: "\${NAME}", value: web }]
        - name: nginx
          image: docker.io/library/nginx:1.29.1
  `,
  // A port on which no nginx listens does not lead to the proxy.
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
  // A secret of that name is a key, no address.
  template`
    spec:
      containers:
        - name: client
          image: europe-west1-docker.pkg.dev/acme-prod/shop/client:1.8.2
          ports: [{ containerPort: 8080 }]
    #     ^^^^^ Requests go straight to "client" and never pass "nginx". "ports" belongs on "nginx".
          env: [{ name: API_KEY, valueFrom: { secretKeyRef: { name: api-url } } }]
        - name: nginx
          image: docker.io/library/nginx:1.29.1
    #            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ The proxy that no request passes.
  `,
  // Who waits for whom is filled in.
  template`
    metadata:
      annotations:
        run.googleapis.com/container-dependencies: \${ORDER}
    spec:
      containers:
        - { name: shop, image: "docker.io/acme/shop:1.4.2", ports: [{ containerPort: 8080 }] }
        - { name: nginx, image: "docker.io/library/nginx:1.29.1" }
  `,
  // A database is called by no proxy for HTTP.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
    #     ^^^^^ Requests go straight to "shop" and never pass "nginx". "ports" belongs on "nginx".
          env: [{ name: DATABASE_URL, valueFrom: { secretKeyRef: { name: database, key: "1" } } }]
        - { name: nginx, image: "docker.io/library/nginx:1.29.1" }
  `,
];

export const equivalent = {
  'needs.sidecars -> left out': 'Only saves time: two containers take part in each finding.',
};
