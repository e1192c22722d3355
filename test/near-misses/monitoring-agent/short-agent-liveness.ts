import { template } from '../../../src/examples.ts';

export default [
  // Without a page the probe asks "/", which is not the slow one.
  template`
    spec:
      containers:
        - name: collector
          image: us-docker.pkg.dev/acme/sidecars/cloud-run-gmp-sidecar:1.2.0
          startupProbe:
            httpGet: { port: 13133 }
  `,
  // A tunnel answers health checks at once.
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
  // Without a port the probe asks another than that for health checks.
  template`
    spec:
      containers:
        - name: collector
          image: us-docker.pkg.dev/acme/sidecars/cloud-run-gmp-sidecar:1.2.0
          startupProbe:
            httpGet: { path: /liveness }
  `,
  // A page that is empty is not the slow one.
  template`
    spec:
      containers:
        - name: collector
          image: us-docker.pkg.dev/acme/sidecars/cloud-run-gmp-sidecar:1.2.0
          startupProbe:
            httpGet: { path: null, port: 13133 }
  `,
  // A template line may bring the timeout.
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
