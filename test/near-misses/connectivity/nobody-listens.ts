import { template } from '../../../src/examples.ts';

export default [
  // A host that is no container of this instance may be anywhere.
  template`
    spec:
      containers:
        - name: web
          image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
          ports: [{ containerPort: 8080 }]
          env:
            - name: REDIS_URL
              value: redis://shop:6380/0
        - name: cache
          image: docker.io/library/redis:8.2.1
  `,
  // The collector is meant, if on a wrong port: "agent-port-mismatch" reports it.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
          env:
            - name: OTEL_EXPORTER_OTLP_ENDPOINT
              value: http://localhost:5318
        - name: collector
          image: docker.io/otel/opentelemetry-collector-contrib:0.110.0
  `,
  // Whatever is spoken there, a cache on the usual port may be meant.
  template`
    spec:
      containers:
        - name: web
          image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
          ports: [{ containerPort: 8080 }]
          env:
            - name: REDIS_URL
              value: localhost:9999
    #                ^^^^^^^^^^^^^^ "REDIS_URL" sends "web" to port 9999 of the instance, but nobody listens there. "cache" listens on 6379.
        - name: cache
          image: docker.io/library/redis:8.2.1
  `,
  // Without a port the client takes its own.
  template`
    spec:
      containers:
        - name: web
          image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
          ports: [{ containerPort: 8080 }]
          env:
            - { name: MEMCACHED_HOST, value: cache }
            - { name: MEMCACHED_PORT, value: null }
        - name: cache
          image: docker.io/library/memcached:1.6.39
  `,
  // Where a proxy in front passes requests on is judged by "upstream-mismatch".
  template`
    spec:
      containers:
        - name: esp
          image: gcr.io/endpoints-release/endpoints-runtime:2.51.0
          args: ["--backend=http://127.0.0.1:8082"]
          ports: [{ containerPort: 8080 }]
        - name: api
          image: europe-west1-docker.pkg.dev/acme-prod/shop/api:1.8.2
          env: [{ name: PORT, value: "9000" }]
  `,
  // A cache speaks no HTTP, so its port is not offered.
  template`
    spec:
      containers:
        - name: web
          image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
          ports: [{ containerPort: 8080 }]
          env: [{ name: SEARCH_URL, value: "http://localhost:3000" }]
    #                                              ^^^^^^^^^^^^^^ "SEARCH_URL" sends "web" to port 3000 of the instance, but nobody listens there.
        - name: cache
          image: docker.io/library/redis:8.2.1
  `,
  // The usual port of a family of variables is a guess, and of what was meant for an agent "agent-port-mismatch" speaks.
  template`
    spec:
      containers:
        - { name: shop, image: "docker.io/acme/shop:1.4.2", ports: [{ containerPort: 8080 }], env: [{ name: REDIS_HOST, value: localhost }] }
        - { name: cache, image: "docker.io/library/memcached:1.6.39" }
  `,
  template`
    spec:
      containers:
        - { name: shop, image: "docker.io/acme/shop:1.4.2", ports: [{ containerPort: 8080 }], env: [{ name: OTEL_EXPORTER_OTLP_ENDPOINT, value: "http://collector:5318" }] }
        - { name: collector, image: "docker.io/otel/opentelemetry-collector-contrib:0.136.0" }
  `,
  // A template may bring who listens.
  template`
    spec:
      containers:
        - { name: shop, image: "docker.io/acme/shop:1.4.2", ports: [{ containerPort: 8080 }], env: [{ name: SEARCH_URL, value: "http://localhost:9200" }] }
        - { name: cache, image: "docker.io/library/memcached:1.6.39" }
    {{- include "shop.more" . }}
  `,
  // A port for health checks is no offer.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
          env: [{ name: SEARCH_URL, value: "http://localhost:9200" }]
    #                                              ^^^^^^^^^^^^^^ "SEARCH_URL" sends "shop" to port 9200 of the instance, but nobody listens there.
        - { name: scraper, image: "us-docker.pkg.dev/cloud-ops-agents-artifacts/cloud-run-gmp-sidecar/cloud-run-gmp-sidecar:1.2.0" }
  `,
  // A placeholder may be a collector, whose health is asked for on a port of its own.
  template`
    spec:
      containers:
        - { name: shop, image: "docker.io/acme/shop:1.4.2", ports: [{ containerPort: 8080 }], env: [{ name: OTEL_EXPORTER_OTLP_ENDPOINT, value: "http://localhost:4318" }] }
        - { name: sidecar, image: "\${SIDECAR_IMAGE}", startupProbe: { httpGet: { path: /, port: 8081 } } }
  `,
  // So may an image that is asked on the port on which collectors are.
  template`
    spec:
      containers:
        - { name: shop, image: "docker.io/acme/shop:1.4.2", ports: [{ containerPort: 8080 }], env: [{ name: OTEL_EXPORTER_OTLP_ENDPOINT, value: "http://localhost:4318" }] }
        - { name: sidecar, image: "docker.io/acme/outbox:1.4.2", startupProbe: { httpGet: { path: /, port: 13133 } } }
  `,
];

export const equivalent = {
  'needs.sidecars -> left out': 'Only saves time: of a container alone nobody else can listen.',
};
