import { template } from '../../../src/examples.ts';

export default [
  // Here it turns on `isElsewhere(host)`, `noHost.test(host)`.
  template`
    spec:
      containers:
        - name: web
          image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
          ports: [{ containerPort: 8080 }]
          env:
            - { name: CACHE_HOST, value: null }
  `,
  // Here it turns on `isLoopback(host)`.
  template`
    spec:
      containers:
        - name: web
          image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
          ports: [{ containerPort: 8080 }]
          env:
            - name: REDIS_URL
              value: redis://localhost:6380/0
  `,
  // Here it turns on `isStandIn(host)`.
  template`
    spec:
      containers:
        - name: web
          image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
          ports: [{ containerPort: 8080 }]
          env: [{ name: OTEL_EXPORTER_OTLP_ENDPOINT, value: "HTTP://COLECTOR:4318" }]
  `,
  // Here it turns on `needs.wholeText`.
  template`
    spec:
      containers:
        - name: web
          image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
          ports: [{ containerPort: 8080 }]
          env: [{ name: OTEL_EXPORTER_OTLP_ENDPOINT, value: "http://colector:4318" }]
        - name: collector
          image: docker.io/otel/opentelemetry-collector-contrib:0.128.0
    {{- include "shop.more" . }}
  `,
];
