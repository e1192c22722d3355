import { beside, template } from '../../../src/examples.ts';

export default [
  // What waits for the probe makes it worse: startup-deadlock tells that.
  template`
    metadata:
      annotations:
        run.googleapis.com/container-dependencies: '{"shop":["search"]}'
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
        - name: search
          image: docker.io/acme/search:1.4.2
          startupProbe: { tcpSocket: { port: 8080 } }
          livenessProbe: { httpGet: { path: /healthz, port: 8080 } }
          #                                                 ^^^^ The liveness probe of "search" asks port 8080, on which "shop" answers. Write the port of "search".
  `,
  template`
    metadata:
      annotations:
        run.googleapis.com/container-dependencies: '{"proxy":["search"],"shop":["search"]}'
    spec:
      containers:
        - name: proxy
          image: docker.io/acme/proxy:1.4.2
          ports: [{ containerPort: 9000 }]
        - name: shop
          image: docker.io/acme/shop:1.4.2
          env: [{ name: PORT, value: "8080" }]
        - name: search
          image: docker.io/acme/search:1.4.2
          startupProbe: { tcpSocket: { port: 8080 } }
          #                                  ^^^^ The startup probe of "search" asks port 8080, on which "shop" answers. Write the port of "search".
  `,
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
          livenessProbe: { httpGet: { path: /healthz, port: 9000 } }
        - name: search
          image: docker.io/acme/search:1.4.2
          env:
            - name: PORT
              value: "9000"
          startupProbe: { tcpSocket: { port: 9000 } }
          livenessProbe: { httpGet: { path: /healthz } }
        - name: report
          image: docker.io/acme/report:1.4.2
        - name: export
          image: docker.io/acme/export:1.4.2
          startupProbe: { tcpSocket: { port: 9100 } }
  `,
  // Both want the port, which another rule tells.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
        - name: search
          image: docker.io/acme/search:1.4.2
          env:
            - name: PORT
              value: "6379"
        - name: cache
          image: docker.io/library/redis:7.4
          startupProbe: { tcpSocket: { port: 6379 } }
  `,
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
        - name: search
          image: docker.io/acme/search:1.4.2
          env:
            - name: PORT
              value: "8125"
        - name: cache
          image: docker.io/library/redis:7.4
          startupProbe: { tcpSocket: { port: 8080 } }
          #                                  ^^^^ The startup probe of "cache" asks port 8080, on which "shop" answers. Write the port of "cache".
          livenessProbe: { tcpSocket: { port: 6379 } }
        - name: statsd
          image: docker.io/prom/statsd-exporter:v0.28.0
          startupProbe: { tcpSocket: { port: 8125 } }
          #                                  ^^^^ The startup probe of "statsd" asks port 8125, on which "search" answers. Write the port of "statsd".
  `,
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
        - name: cache
          image: docker.io/library/redis:7.4
          startupProbe: { tcpSocket: { port: 6379 } }
        - name: orders
          image: docker.io/library/postgres:17
          args: [-c, port=5433]
          startupProbe: { tcpSocket: { port: 5433 } }
        - name: collector
          image: docker.io/otel/opentelemetry-collector-contrib:0.130.0
          startupProbe: { tcpSocket: { port: 9999 } }
        - name: statsd
          image: docker.io/prom/statsd-exporter:v0.28.0
          startupProbe: { tcpSocket: { port: 9125 } }
        - name: database
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.18.0
          args: [--unix-socket=/sql, acme:europe-west1:shop]
          startupProbe: { tcpSocket: { port: 5432 } }
  `,
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
        - name: cache
          image: docker.io/library/redis:7.4
          args: [redis-server, --tls-port, "6380"]
          startupProbe: { tcpSocket: { port: 6380 } }
        - name: metrics
          image: docker.io/gesellix/statsd:0.10.2
          startupProbe: { tcpSocket: { port: 8125 } }
        - name: datadog
          image: gcr.io/datadoghq/agent:7.70.0
          startupProbe: { tcpSocket: { port: 8125 } }
  `,
  // What the command of its Dockerfile says.
  beside(
    template`
      spec:
        containers:
          - { name: edge, image: "docker.io/acme/edge:1", ports: [{ containerPort: 8080 }] }
          - name: app
            image: europe-docker.pkg.dev/acme/shop/app:1
            startupProbe: { tcpSocket: { port: 8082 } }
      #                                        ^^^^ The startup probe asks port 8082, but "uvicorn" in "app" listens on 8081.
      # = Write "port: 8081", or let "uvicorn" listen on 8082.
    `,
    { 'app/Dockerfile': 'FROM python:3.12\nCMD ["uvicorn", "main:app", "--port", "8081"]' },
  ),
  beside(
    template`
      spec:
        containers:
          - { name: edge, image: "docker.io/acme/edge:1", ports: [{ containerPort: 8080 }] }
          - name: app
            image: europe-docker.pkg.dev/acme/shop/app:1
            startupProbe: { tcpSocket: { port: 8082 } }
    `,
    { 'app/Dockerfile': 'FROM python:3.12\nCMD ["uvicorn", "main:app", "--port", "8082"]' },
  ),
  beside(
    template`
      spec:
        containers:
          - { name: edge, image: "docker.io/acme/edge:1", ports: [{ containerPort: 8080 }] }
          - name: app
            image: europe-docker.pkg.dev/acme/shop/app:1
            startupProbe: { tcpSocket: { port: 8082 } }
    `,
    { 'app/Dockerfile': 'FROM python:3.12\nENV HEALTH_PORT=8082\nCMD ["uvicorn", "main:app", "--port", "8081"]' },
  ),
  beside(
    template`
      spec:
        containers:
          - { name: edge, image: "docker.io/acme/edge:1", ports: [{ containerPort: 8080 }] }
          - name: app
            image: europe-docker.pkg.dev/acme/shop/app:1
            startupProbe: { tcpSocket: { port: 8082 } }
    `,
    { 'app/Dockerfile': 'FROM python:3.12\nCMD ["python", "main.py"]' },
  ),
];

export const equivalent = {
  '!product -> false': 'No manifest makes all ports of an application known: only configuration does.',
};
