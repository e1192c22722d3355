/** A manifest with the files beside it in which everything agrees, by their paths. */
export type Scene = Readonly<Record<string, string>>;

/** The name of the manifest in every scene. */
export const manifestName = 'service.yaml';

function service(annotations: string, containers: string): string {
  return `apiVersion: serving.knative.dev/v1
kind: Service
metadata: { name: shop, labels: { cloud.googleapis.com/location: europe-west1 } }
spec:
  template:
    metadata:
      annotations: { ${annotations} }
    spec:
      serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
      containers:
${containers}`;
}

const appDockerfile = `FROM python:3.12-slim
WORKDIR /app
COPY . .
CMD ["uvicorn", "main:app", "--host", "0.0.0.0", "--port", "8081"]
`;

const behindProxy = service(
  `run.googleapis.com/container-dependencies: '{"edge":["app"]}'`,
  `        - name: edge
          image: europe-docker.pkg.dev/acme/shop/edge:1.4
          ports: [{ containerPort: 8080 }]
          startupProbe: { tcpSocket: { port: 8080 } }
          resources: { limits: { cpu: 500m, memory: 256Mi } }
        - name: app
          image: europe-docker.pkg.dev/acme/shop/app:1.4
          startupProbe: { tcpSocket: { port: 8081 } }
          resources: { limits: { cpu: "1", memory: 512Mi } }
`,
);

/** nginx with a server of its own before an application whose image says its port. */
export const nginx: Scene = {
  [manifestName]: behindProxy,
  'app/Dockerfile': appDockerfile,
  'edge/Dockerfile': 'FROM nginx:1.27\nCOPY default.conf /etc/nginx/conf.d/default.conf\n',
  'edge/default.conf': `upstream backend {
  server 127.0.0.1:8081;
}
server {
  listen 8080;
  access_log /dev/stdout;
  location / { proxy_pass http://localhost:8081; }
  location /api { proxy_pass http://backend; }
}
`,
};

/** nginx with a template before the same application. */
export const nginxTemplate: Scene = {
  ...nginx,
  'edge/Dockerfile':
    'FROM nginx:1.27\nENV UPSTREAM=localhost:8081\nCOPY default.conf.template /etc/nginx/templates/default.conf.template\n',
  'edge/default.conf.template': `server {
  listen \${PORT};
  location / { proxy_pass http://\${UPSTREAM}; }
}
`,
};

/** nginx with a whole configuration before the same application. */
export const nginxWhole: Scene = {
  ...nginx,
  'edge/Dockerfile':
    'FROM nginx:1.27\nCOPY nginx.conf /etc/nginx/nginx.conf\nCOPY shop.conf /etc/nginx/conf.d/shop.conf\nRUN rm /etc/nginx/conf.d/default.conf\n',
  'edge/nginx.conf': `events {}
http {
  include /etc/nginx/mime.types;
  include /etc/nginx/conf.d/*.conf;
}
`,
  'edge/shop.conf': `server {
  listen 8080;
  location / { proxy_pass http://127.0.0.1:8081; }
}
`,
};

/** Envoy before the same application. */
export const envoy: Scene = {
  [manifestName]: behindProxy,
  'app/Dockerfile': appDockerfile,
  'edge/Dockerfile': 'FROM envoyproxy/envoy:v1.34.4\nCOPY envoy.yaml /etc/envoy/envoy.yaml\n',
  'edge/envoy.yaml': `admin:
  address: { socket_address: { address: 127.0.0.1, port_value: 9901 } }
static_resources:
  listeners:
    - name: http
      address: { socket_address: { address: 0.0.0.0, port_value: 8080 } }
      filter_chains:
        - filters:
            - name: envoy.filters.network.http_connection_manager
              typed_config:
                "@type": type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager
                stat_prefix: http
                access_log:
                  - name: envoy.access_loggers.file
                    typed_config:
                      "@type": type.googleapis.com/envoy.extensions.access_loggers.file.v3.FileAccessLog
                      path: /dev/stdout
                route_config:
                  virtual_hosts:
                    - name: all
                      domains: ["*"]
                      routes:
                        - match: { prefix: / }
                          route: { cluster: app }
                http_filters:
                  - name: envoy.filters.http.router
                    typed_config:
                      "@type": type.googleapis.com/envoy.extensions.filters.http.router.v3.Router
  clusters:
    - name: app
      type: STATIC
      load_assignment:
        cluster_name: app
        endpoints:
          - lb_endpoints:
              - endpoint: { address: { socket_address: { address: 127.0.0.1, port_value: 8081 } } }
`,
};

/** An OpenTelemetry Collector beside an application that sends to it, with metrics to scrape. */
export const collector: Scene = {
  [manifestName]: service(
    `run.googleapis.com/cpu-throttling: "false", autoscaling.knative.dev/minScale: "1", run.googleapis.com/container-dependencies: '{"app":["otel"]}'`,
    `        - name: app
          image: europe-docker.pkg.dev/acme/shop/app:1.4
          ports: [{ containerPort: 8080 }]
          env:
            - { name: OTEL_EXPORTER_OTLP_ENDPOINT, value: "http://localhost:4318" }
            - { name: OTEL_EXPORTER_OTLP_PROTOCOL, value: http/protobuf }
          resources: { limits: { cpu: "1", memory: 512Mi } }
        - name: otel
          image: europe-docker.pkg.dev/acme/shop/otel:1.4
          startupProbe: { httpGet: { path: /, port: 13133 } }
          resources: { limits: { cpu: 500m, memory: 512Mi } }
`,
  ),
  'app/Dockerfile': `FROM python:3.12-slim
COPY . /app
CMD ["gunicorn", "--bind", "0.0.0.0:8080", "main:app"]
`,
  'otel/Dockerfile':
    'FROM otel/opentelemetry-collector-contrib:0.120.0\nCOPY config.yaml /etc/otelcol-contrib/config.yaml\n',
  'otel/config.yaml': `receivers:
  otlp:
    protocols:
      grpc: { endpoint: 0.0.0.0:4317 }
      http: { endpoint: 0.0.0.0:4318 }
  prometheus:
    config:
      scrape_configs:
        - job_name: app
          static_configs: [{ targets: ["localhost:8080"] }]
processors:
  batch:
exporters:
  googlecloud:
  otlp/hub: { endpoint: "telemetry.acme.example:4317" }
extensions:
  health_check: { endpoint: 0.0.0.0:13133 }
service:
  extensions: [health_check]
  telemetry: { metrics: { level: none } }
  pipelines:
    traces: { receivers: [otlp], processors: [batch], exporters: [googlecloud, otlp/hub] }
    metrics: { receivers: [otlp, prometheus], exporters: [googlecloud] }
`,
};

/** An application with a proxy for its database, both built here. */
export const database: Scene = {
  [manifestName]: service(
    `run.googleapis.com/cpu-throttling: "false", run.googleapis.com/container-dependencies: '{"app":["db"]}'`,
    `        - name: app
          image: europe-docker.pkg.dev/acme/shop/app:1.4
          ports: [{ containerPort: 8080 }]
          startupProbe: { tcpSocket: { port: 8080 } }
          resources: { limits: { cpu: "1", memory: 512Mi } }
        - name: db
          image: europe-docker.pkg.dev/acme/shop/db:1.4
          startupProbe: { httpGet: { path: /startup, port: 9090 } }
          resources: { limits: { cpu: 500m, memory: 256Mi } }
`,
  ),
  'app/Dockerfile': `FROM python:3.12-slim
COPY . /app
ENV DB_HOST=127.0.0.1 \\
    DB_PORT=5432
ENV CACHE_URL=redis://cache.acme.example:6379
CMD ["uvicorn", "main:app", "--host", "0.0.0.0", "--port", "8080"]
`,
  'db/Dockerfile': `FROM gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.18.0
CMD ["--structured-logs", "--health-check", "--http-address=0.0.0.0", "--port=5432", "acme:europe-west1:shop"]
`,
};
