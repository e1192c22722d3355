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
            - name: nginx
              image: europe-west1-docker.pkg.dev/acme-prod/dockerhub/library/nginx:1.29.1
              ports: [{ containerPort: 8080 }]
              volumeMounts: [{ name: nginx-conf, mountPath: /etc/nginx/conf.d }]
            - name: web
              image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
              env: [{ name: PORT, value: "8888" }]
              startupProbe: { tcpSocket: { port: 8888 } }
          volumes:
            - name: nginx-conf
              secret: { secretName: nginx-conf, items: [{ key: "3", path: default.conf }] }
    {{- include "shop.more" . }}
  `,
  // Without ports nobody says which of the two takes the requests.
  template`
    spec:
      containers:
        - name: app
          image: europe-west1-docker.pkg.dev/acme-prod/shop/backoffice:1.8.2
          ports: [{ containerPort: 8080 }]
        - name: auth
          image: europe-west1-docker.pkg.dev/acme-prod/quay/oauth2-proxy/oauth2-proxy:v7.12.0
  `,
  // The application waits for the proxy: "proxy-dependency-reversed" reports it.
  template`
    metadata:
      annotations:
        run.googleapis.com/container-dependencies: "{api: [esp]}"
    spec:
      containers:
        - name: esp
          image: gcr.io/endpoints-release/endpoints-runtime:2.51.0
          ports: [{ containerPort: 8080 }]
        - name: api
          image: europe-west1-docker.pkg.dev/acme-prod/shop/api:1.8.2
          env: [{ name: PORT, value: "8082" }]
  `,
  // Both may be behind the proxy, so both are named.
  template`
    spec:
      containers:
        - name: proxy
    #           ^^^^^ "proxy" may take requests before "shop" and "search" are up. Let it wait in "run.googleapis.com/container-dependencies".
          image: docker.io/acme/proxy:1.4.2
          ports: [{ containerPort: 9000 }]
        - name: shop
    #           ~~~~ "shop" is behind it.
          image: docker.io/acme/shop:1.4.2
          startupProbe: { tcpSocket: { port: "\${PORT}" } }
        - name: search
    #           ~~~~~~ "search" is behind it.
          image: docker.io/acme/search:1.4.2
  `,
  // A proxy to a database is not behind it.
  template`
    spec:
      containers:
        - name: proxy
          image: docker.io/envoyproxy/envoy:v1.34.4
          ports: [{ containerPort: 8080 }]
        - name: proxy
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.16.0
  `,
  // The one that the proxy calls is the one behind it.
  template`
    spec:
      containers:
        - name: caddy
    #           ^^^^^ "caddy" may take requests before "gateway" is up. Let it wait in "run.googleapis.com/container-dependencies".
          image: docker.io/library/caddy:2.10.2
          args: ["--to", "localhost:8090"]
          ports: [{ containerPort: 8080 }]
        - name: gateway
    #           ~~~~~~~ "gateway" is behind it.
          image: docker.io/krakend/krakend:2.10.2
          args: ["--port", "8090"]
        - name: api
          image: europe-west1-docker.pkg.dev/acme-prod/shop/api:1.8.2
  `,
  // An empty annotation does not say who waits for whom.
  template`
    metadata:
      annotations:
        run.googleapis.com/container-dependencies: ""
    spec:
      containers:
        - name: auth
          image: europe-west1-docker.pkg.dev/acme-prod/quay/oauth2-proxy/oauth2-proxy:v7.12.0
          ports: [{ containerPort: 4180 }]
        - name: web
          image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
  `,
];

export const equivalent = {
  'needs.sidecars -> left out': 'Only saves time: two containers take part in each finding.',
  'needs.role -> left out': 'Only saves time: without such a container there is no front proxy to be found.',
};
