import { beside, manifest, template } from '../../../src/examples.ts';

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
  // A proxy alone calls a port that nobody opens.
  template`
    spec:
      containers:
        - name: auth
          image: europe-west1-docker.pkg.dev/acme-prod/quay/oauth2-proxy/oauth2-proxy:v7.12.0
          args: ["--upstream=http://localhost:9000", "--config=/etc/oauth2/proxy.cfg"]
    #                               ^^^^^^^^^^^^^^ "auth" passes requests on to port 9000, but nobody listens there.
          ports: [{ containerPort: 4180 }]
  `,
  // The proxy calls the application, on the port on which requests come in.
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
  // A proxy that calls itself, with nothing behind it.
  template`
    spec:
      containers:
        - name: caddy
          image: docker.io/library/caddy:2.10.2
          args: ["--to", "localhost:8080"]
          ports: [{ containerPort: 8080 }]
  `,
  // A host of another name may be outside of the instance.
  template`
    spec:
      containers:
        - name: auth
          image: europe-west1-docker.pkg.dev/acme-prod/quay/oauth2-proxy/oauth2-proxy:v7.12.0
          args: ["--upstream=http://web:8080"]
          ports: [{ containerPort: 4180 }]
  `,
  // An image of the team's own may listen and call elsewhere.
  template`
    spec:
      containers:
        - name: caddy
          image: docker.io/acme/edge:1.4.2
          args: ["--to", "http://web:8080"]
          ports: [{ containerPort: 4180 }]
        - name: web
          image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
          env: [{ name: PORT, value: "8081" }]
  `,
  // A probe whose port is filled in says nothing of where the application listens.
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
          startupProbe: { tcpSocket: { port: "\${PORT}" } }
  `,
  // Where sessions are kept is no upstream, and neither is a port that is filled in.
  template`
    spec:
      containers:
        - name: auth
          image: europe-west1-docker.pkg.dev/acme-prod/quay/oauth2-proxy/oauth2-proxy:v7.12.0
          ports: [{ containerPort: 4180 }]
          args: ["--upstream=http://localhost:8888", "--redis-connection-url=redis://localhost:6379"]
        - name: web
          image: docker.io/acme/web:1.8.2
          env: [{ name: PORT, value: "8888" }]
  `,
  template`
    spec:
      containers:
        - name: cache
          image: docker.io/library/varnish:7.7
          ports: [{ containerPort: 80 }]
          env: [{ name: VARNISH_BACKEND_HOST, value: localhost }, { name: VARNISH_BACKEND_PORT, value: "\${WEB_PORT}" }]
        - name: web
          image: docker.io/acme/web:1.8.2
          env: [{ name: PORT, value: "8888" }]
  `,
  // The own port for administration, behind the proxy on purpose.
  template`
    spec:
      containers:
        - name: caddy
          image: docker.io/library/caddy:2.10.2
          ports: [{ containerPort: 8080 }]
          args: ["caddy", "reverse-proxy", "--from", ":8080", "--to", "localhost:2019"]
        - name: web
          image: docker.io/acme/web:1.8.2
          env: [{ name: PORT, value: "8888" }]
  `,
  // Either of two may listen there.
  template`
    spec:
      containers:
        - name: auth
          image: europe-west1-docker.pkg.dev/acme-prod/quay/oauth2-proxy/oauth2-proxy:v7.12.0
          ports: [{ containerPort: 4180 }]
          args: ["--upstream=http://localhost:8081"]
        - name: web
          image: docker.io/acme/web:1.8.2
          env: [{ name: PORT, value: "8888" }]
        - name: helper
          image: docker.io/acme/helper:1.4.2
  `,
  // By name only one is meant, and the ports of a cache are known.
  template`
    spec:
      containers:
        - name: auth
          image: europe-west1-docker.pkg.dev/acme-prod/quay/oauth2-proxy/oauth2-proxy:v7.12.0
          ports: [{ containerPort: 4180 }]
          args: ["--upstream=http://web:8081"]
    #                               ^^^^^^^^ "auth" passes requests on to port 8081, but "web" listens on 8888.
        - name: web
          image: docker.io/acme/web:1.8.2
          env: [{ name: PORT, value: "8888" }]
        - name: helper
          image: docker.io/acme/helper:1.4.2
  `,
  template`
    spec:
      containers:
        - name: cache
          image: docker.io/library/varnish:7.7
          ports: [{ containerPort: 80 }]
          env: [{ name: VARNISH_BACKEND_HOST, value: localhost }, { name: VARNISH_BACKEND_PORT, value: "8081" }]
    #                                                                                                  ^^^^^^ "cache" passes requests on to port 8081, but "web" listens on 8888.
        - name: web
          image: docker.io/acme/web:1.8.2
          env: [{ name: PORT, value: "8888" }]
        - name: sessions
          image: docker.io/library/memcached:1.6.39
  `,
  // The own page of metrics, shown through the proxy on purpose.
  template`
    spec:
      containers:
        - name: auth
          image: quay.io/oauth2-proxy/oauth2-proxy:v7.12.0
          ports: [{ containerPort: 4180 }]
          args: ["--http-address=0.0.0.0:4180", "--metrics-address=0.0.0.0:44180", "--upstream=http://localhost:44180/metrics"]
        - name: web
          image: docker.io/acme/web:1.8.2
          env: [{ name: PORT, value: "8888" }]
  `,
  // Its configuration may take it to another port.
  template`
    spec:
      containers:
        - name: auth
          image: quay.io/oauth2-proxy/oauth2-proxy:v7.12.0
          ports: [{ containerPort: 8080 }]
          args: ["--config=/etc/oauth2-proxy/oauth2-proxy.cfg", "--upstream=http://localhost:4180"]
        - name: web
          image: docker.io/acme/web:1.8.2
          env: [{ name: PORT, value: "8888" }]
  `,
  // A file of its own may take it to another port than the usual one.
  template`
    spec:
      containers:
        - name: web
          image: docker.io/acme/web:1.8.2
          ports: [{ containerPort: 8888 }]
        - name: caddy
          image: docker.io/library/caddy:2.10.2
          args: ["--to", "localhost:80"]
          volumeMounts: [{ name: config, mountPath: /etc/caddy }]
      volumes: [{ name: config, secret: { secretName: caddyfile } }]
  `,
  // The page for administration, shown through the proxy on purpose.
  beside(
    template`
      spec:
        containers:
          - name: edge
            image: europe-docker.pkg.dev/acme/shop/edge:1
            ports: [{ containerPort: 8080 }]
          - name: web
            image: docker.io/acme/web:1.8.2
            env: [{ name: PORT, value: "8888" }]
    `,
    {
      'edge/Dockerfile': `
        FROM envoyproxy/envoy:v1.34.1
        COPY envoy.yaml /etc/envoy/envoy.yaml
      `,
      'edge/envoy.yaml': `
        admin:
          address: { socket_address: { address: 127.0.0.1, port_value: 9901 } }
        static_resources:
          listeners:
            - name: http
              address: { socket_address: { address: 0.0.0.0, port_value: 8080 } }
          clusters:
            - name: stats
              load_assignment:
                cluster_name: stats
                endpoints:
                  - lb_endpoints:
                      - endpoint: { address: { socket_address: { address: 127.0.0.1, port_value: 9901 } } }
      `,
    },
  ),
];
