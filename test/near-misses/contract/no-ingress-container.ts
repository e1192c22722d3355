import { manifest, template } from '../../../src/examples.ts';

export default [
  template`
    spec:
      serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
      containers:
        # Alone, a container needs no ports: Cloud Run sends requests to 8080.
        - image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
          resources: { limits: { cpu: "1", memory: 512Mi } }
  `,
  // A template line may bring what is missing.
  manifest`
    apiVersion: serving.knative.dev/v1
    kind: Service
    metadata:
      name: shop
    spec:
      template:
        metadata:
          annotations:
            run.googleapis.com/container-dependencies: '{"web":["collector"]}'
        spec:
          serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
          containers:
            - name: web
              image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
              resources: { limits: { cpu: "1", memory: 512Mi } }
            - name: collector
              image: docker.io/otel/opentelemetry-collector-contrib:0.128.0
              args: ["--config=/etc/otelcol-contrib/config.yaml"]
              startupProbe: { httpGet: { path: /, port: 13133 } }
              resources: { limits: { cpu: 500m, memory: 512Mi } }
    {{- include "shop.more" . }}
  `,
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
        - "\${SIDECAR}"
  `,
  // One container that a dash cuts in two.
  template`
    spec:
      containers:
        - name: shop
        - image: docker.io/acme/shop:1.4.2
  `,
];
