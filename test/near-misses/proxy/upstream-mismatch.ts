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
            - name: caddy
              image: docker.io/library/caddy:2.10.2
              args: ["caddy", "reverse-proxy", "--from", ":8080", "--to", "localhost:8080"]
              ports: [{ containerPort: 8080 }]
            - name: web
              image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
    {{- include "shop.more" . }}
  `,
  // Here it turns on `application`, `told`, `member !== proxy`.
  template`
    spec:
      containers:
        - name: auth
          image: europe-west1-docker.pkg.dev/acme-prod/quay/oauth2-proxy/oauth2-proxy:v7.12.0
          args: ["--upstream=http://localhost:9000", "--config=/etc/oauth2/proxy.cfg"]
    #                               ^^^^^^^^^^^^^^ "auth" passes requests on to port 9000, but nobody listens there.
          ports: [{ containerPort: 4180 }]
  `,
  // Here it turns on `port === undefined || (listener && listener.member !== proxy) || !(target ||
  // isLoopback(host))`.
  template`
    spec:
      containers:
        - name: app
          image: europe-west1-docker.pkg.dev/acme-prod/shop/backoffice:1.8.2
          ports: [{ containerPort: 8080 }]
        - name: auth
          image: europe-west1-docker.pkg.dev/acme-prod/quay/oauth2-proxy/oauth2-proxy:v7.12.0
          args: ["--upstream=http://localhost:8080"]
  `,
  // Here it turns on `needs.role`.
  template`
    spec:
      containers:
        - name: caddy
          image: docker.io/library/caddy:2.10.2
          args: ["--to", "localhost:8080"]
          ports: [{ containerPort: 8080 }]
  `,
  // Here it turns on `!(target || isLoopback(host))`.
  template`
    spec:
      containers:
        - name: auth
          image: europe-west1-docker.pkg.dev/acme-prod/quay/oauth2-proxy/oauth2-proxy:v7.12.0
          args: ["--upstream=http://web:8080"]
          ports: [{ containerPort: 4180 }]
  `,
  // Here it turns on `needs.certain`.
  template`
    spec:
      containers:
        - name: auth
          image: EUROPE-WEST1-DOCKER.PKG.DEV/ACME-PROD/QUAY/OAUTH2-PROXY/OAUTH2-PROXY:V7.12.0
          args: ["--upstream=http://web:8080"]
          ports: [{ containerPort: 4180 }]
        - name: web
          image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
          env: [{ name: PORT, value: "8081" }]
  `,
  // Here it turns on `asked.value === port`.
  template`
    spec:
      containers:
        - name: esp
          image: gcr.io/endpoints-release/endpoints-runtime:2.51.0
          args: ["--backend=grpc://127.0.0.1:8082"]
          ports: [{ name: h2c, containerPort: 8080 }]
        - name: api
          image: europe-west1-docker.pkg.dev/acme-prod/shop/api:1.8.2
          env: [{ name: PORT, value: "8081" }]
          startupProbe: {}
  `,
];
