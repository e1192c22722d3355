import { template } from '../../../src/examples.ts';

export default [
  // Here it turns on `!asked?.paths?.includes(path.replace(/[?#].*$/s, ''))`.
  template`
    spec:
      containers:
        - name: collector
          image: us-docker.pkg.dev/acme/sidecars/cloud-run-gmp-sidecar:1.2.0
          startupProbe:
            httpGet: { port: 13133 }
  `,
  // Here it turns on `takes === undefined`.
  template`
    spec:
      containers:
        - name: tailscale
          image: docker.io/tailscale/tailscale:v1.78.1
          startupProbe:
            httpGet:
              path: /healthz
              port: 9002
          env:
            - name: TS_ENABLE_HEALTH_CHECK
              value: "true"
  `,
  // Here it turns on `port === probe.port.value`.
  template`
    spec:
      containers:
        - name: collector
          image: us-docker.pkg.dev/acme/sidecars/cloud-run-gmp-sidecar:1.2.0
          startupProbe:
            httpGet: { path: /liveness }
  `,
  // Here it turns on `path === undefined`.
  template`
    spec:
      containers:
        - name: collector
          image: us-docker.pkg.dev/acme/sidecars/cloud-run-gmp-sidecar:1.2.0
          startupProbe:
            httpGet: { path: null, port: 13133 }
  `,
  // Here it turns on `timeout === undefined`.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
        - name: collector
          image: us-docker.pkg.dev/acme/sidecars/cloud-run-gmp-sidecar:1.2.0
          startupProbe:
            httpGet: { path: /liveness, port: 13133 }
    {{- include "shop.more" . }}
  `,
];
