import { manifest } from '../../../src/examples.ts';

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
              env: [{ name: PORT, value: "8081" }]
              resources: { limits: { cpu: 500m, memory: 1Gi } }
            - name: nginx
              image: docker.io/nginxinc/nginx-unprivileged:1.29.1
              ports: [{ containerPort: 8080 }]
              resources: { limits: { cpu: "1", memory: 256Mi } }
            - name: collector
              image: docker.io/otel/opentelemetry-collector-contrib:0.128.0
              resources: { limits: { cpu: "1", memory: 512Mi } }
    {{- include "shop.more" . }}
  `,
];

export const equivalent = {
  'needs.sidecars -> left out': 'Only saves time: two containers take part in each finding.',
};
