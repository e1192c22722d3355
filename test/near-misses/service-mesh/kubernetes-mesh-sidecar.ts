import { template } from '../../../src/examples.ts';

export default [
  template`
    metadata:
      annotations:
        run.googleapis.com/mesh: projects/acme-prod/locations/global/meshes/shop
    spec:
      serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
      containers:
        - name: web
          image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
          ports: [{ containerPort: 8080 }]
          resources: { limits: { cpu: "1", memory: 512Mi } }
  `,
  template`
    metadata:
      annotations:
        run.googleapis.com/container-dependencies: '{"web":["envoy"]}'
    spec:
      serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
      containers:
        - name: web
          image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
          ports: [{ containerPort: 8080 }]
          env: [{ name: PRICES_URL, value: "http://localhost:10001" }]
          resources: { limits: { cpu: "1", memory: 512Mi } }
        # An Envoy with a configuration of its own needs no cluster.
        - name: envoy
          image: docker.io/envoyproxy/envoy:v1.34.4
          volumeMounts: [{ name: envoy-yaml, mountPath: /etc/envoy }]
          startupProbe: { tcpSocket: { port: 10001 } }
          resources: { limits: { cpu: 500m, memory: 256Mi } }
      volumes:
        - name: envoy-yaml
          secret: { secretName: envoy-yaml, items: [{ key: "1", path: envoy.yaml }] }
  `,
  // An image of the team's own may be something else than Istio's.
  template`
    spec:
      containers:
        - name: istio-proxy
          image: docker.io/acme/istio-proxy:1.4.2
  `,
];
