import { template } from '../../../src/examples.ts';

export default [
  template`
    spec:
      serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
      containers:
        # An Envoy of one's own, and no mesh besides.
        - name: web
          image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
          ports: [{ containerPort: 8080 }]
          env: [{ name: HTTPS_PROXY, value: "http://localhost:3128" }]
          resources: { limits: { cpu: "1", memory: 512Mi } }
        - name: envoy
          image: docker.io/envoyproxy/envoy:v1.34.4
          args: ["-c", "/config/egress.yaml"]
          startupProbe: { tcpSocket: { port: 3128 } }
          resources: { limits: { cpu: 500m, memory: 256Mi } }
  `,
];
