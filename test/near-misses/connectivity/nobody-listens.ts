import { template } from '../../../src/examples.ts';

export default [
  // Here it turns on `isLoopback(host)`, `target`, `asked.length === 0`.
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
  // Here it turns on `!target`.
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
  // Here it turns on `!protocol`.
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
  // Here it turns on `port === undefined`.
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
  // Here it turns on `isFrontProxy(caller.role)`.
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
  // Here it turns on `(!protocol || listener.protocol === protocol)`.
  template`
    spec:
      containers:
        - name: web
          image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
          ports: [{ containerPort: 8080 }]
          env: [{ name: null, value: "http://localhost:3000" }]
    #                                        ^^^^^^^^^^^^^^ "null" sends "web" to port 3000 of the instance, but nobody listens there.
        - name: cache
          image: docker.io/library/redis:8.2.1
  `,
];
