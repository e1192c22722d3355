import { template } from '../../../src/examples.ts';

export default [
  // A variable without a value names no host.
  template`
    spec:
      containers:
        - name: web
          image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
          ports: [{ containerPort: 8080 }]
          env:
            - { name: CACHE_HOST, value: null }
  `,
  // Every container is localhost to the others.
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
  // In capitals it stands for a host that is filled in.
  template`
    spec:
      containers:
        - name: web
          image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
          ports: [{ containerPort: 8080 }]
          env: [{ name: OTEL_EXPORTER_OTLP_ENDPOINT, value: "http://COLECTOR:4318" }]
  `,
  // A template line may bring the container that is meant.
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
  // The metadata server by its short name, and a host that is still to be named.
  template`
    spec:
      containers:
        - { name: shop, image: "docker.io/acme/shop:1.4.2", ports: [{ containerPort: 8080 }], env: [{ name: METADATA_URL, value: "http://metadata:80" }, { name: SEARCH_URL, value: "http://your-host:9200" }] }
        - { name: search, image: "docker.io/acme/search:1.4.2" }
  `,
  // A stand-in for a host.
  template`
    spec:
      containers:
        - { name: shop, image: "docker.io/acme/shop:1.4.2", ports: [{ containerPort: 8080 }], env: [{ name: SEARCH_URL, value: "http://endpoint-of-search:9200" }] }
        - { name: search, image: "docker.io/acme/search:1.4.2" }
  `,
];

export const equivalent = {
  'field.text === undefined -> false': 'Narrows the type: there is no name in what is no text.',
  '!/docker|containers|\\.svc/.test(field.text) -> false': 'Only saves time: both names hold one of these words.',
};
