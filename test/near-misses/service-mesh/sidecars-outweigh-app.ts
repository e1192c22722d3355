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
  // A limit that is empty is filled in or the default.
  template`
    spec:
      containers:
        - name: web
          image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
          ports: [{ containerPort: 8080 }]
          resources: { limits: { cpu: "" } }
        - name: datadog-agent
          image: gcr.io/datadoghq/serverless-init:1.7.5
  `,
  // Several applications are counted together.
  template`
    spec:
      containers:
        - name: web
    #           ^^^ "web" and "search" together have 1.5 vCPU, but their helpers "nginx" and "collector" together have 2 vCPU.
          image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
          resources: { limits: { cpu: 500m } }
        - name: nginx
          image: docker.io/nginxinc/nginx-unprivileged:1.29.1
          ports: [{ containerPort: 8080 }]
        - name: collector
          image: docker.io/otel/opentelemetry-collector-contrib:0.128.0
        - name: search
          image: docker.io/acme/search:1.4.2
  `,
  // A limit that is filled in may be anything.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
        - name: collector
          image: docker.io/otel/opentelemetry-collector-contrib:0.110.0
          resources:
            limits:
              memory: "\${AGENT_MEMORY}"
  `,
];

export const equivalent = {
  'needs.sidecars -> left out': 'Only saves time: two containers take part in each finding.',
};
