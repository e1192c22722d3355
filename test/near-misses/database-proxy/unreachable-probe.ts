import { beside, template } from '../../../src/examples.ts';

export default [
  // The usual port of MySQL is one that the proxy may serve, by the database that it finds.
  template`
    spec:
      containers:
        - name: proxy
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
          args: ["acme-prod:europe-west1:orders"]
          startupProbe: { tcpSocket: { port: 3306 } }
    #                                        ^^^^ "proxy" listens on port 3306 for localhost only, and Cloud Run's probes do not come from there. Set "--address" to "0.0.0.0".
  `,
  // Without an instance it is not certain that any port is served.
  template`
    spec:
      containers:
        - name: proxy
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
          startupProbe: { tcpSocket: { port: 3306 } }
  `,
  // Another product than a database proxy is told in its own words.
  template`
    spec:
      containers:
        - name: collector
          image: docker.io/otel/opentelemetry-collector-contrib:0.140.0
          startupProbe: { httpGet: { port: 13133 } }
    #                                      ^^^^^ "collector" listens on port 13133 for localhost only, and Cloud Run's probes do not come from there. Bind it to 0.0.0.0.
  `,
  // A probe without a port asks the container's: nothing is said of localhost.
  template`
    spec:
      containers:
        - name: proxy
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
          args: ["acme-prod:europe-west1:orders"]
          startupProbe: { tcpSocket: {} }
  `,
  // A page on the port for data, and one that is asked where no port is known.
  template`
    spec:
      containers:
        - { name: shop, image: "docker.io/acme/shop:1.4.2", ports: [{ containerPort: 8080 }] }
        - { name: proxy, image: "gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1", args: ["--port=5432", "acme-prod:europe-west1:orders"], startupProbe: { httpGet: { path: /startup, port: 5432 } } }
  `,
  template`
    spec:
      containers:
        - { name: shop, image: "docker.io/acme/shop:1.4.2", ports: [{ containerPort: 8080 }] }
        - { name: proxy, image: "gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1", args: ["acme-prod:europe-west1:orders"], startupProbe: { httpGet: { path: /startup, port: 9999 } } }
  `,
  // A server that its command line binds to localhost.
  template`
    spec:
      containers:
        - { name: shop, image: "docker.io/acme/shop:1.4.2", ports: [{ containerPort: 8080 }] }
        - name: worker
          image: docker.io/acme/worker:1.4.2
          command: [uvicorn, "app:app", "--host", "127.0.0.1", "--port", "8000"]
          startupProbe: { tcpSocket: { port: 8000 } }
    #                                        ^^^^ "worker" listens on port 8000 for localhost only, and Cloud Run's probes do not come from there. Bind it to 0.0.0.0.
  `,
  // What says so lies beside the manifest.
  beside(
    template`
      spec:
        containers:
          - { name: shop, image: "docker.io/acme/shop:1.4.2", ports: [{ containerPort: 8080 }] }
          - name: collector
            image: europe-west1-docker.pkg.dev/acme-prod/shop/collector:1.8.2
            startupProbe: { httpGet: { path: /, port: 13133 } }
      #                                               ^^^^^ "collector" listens on port 13133 for localhost only, and Cloud Run's probes do not come from there. Bind it to 0.0.0.0.
    `,
    {
      'collector/Dockerfile': `
        FROM docker.io/otel/opentelemetry-collector-contrib:0.136.0
        COPY config.yaml /etc/otelcol-contrib/config.yaml
      `,
      'collector/config.yaml': `
        receivers: { otlp: { protocols: { grpc: {} } } }
        exporters: { googlecloud: {} }
        extensions: { health_check: {} }
        #             ~~~~~~~~~~~~ It listens here.
        service:
          extensions: [health_check]
          pipelines: { traces: { receivers: [otlp], exporters: [googlecloud] } }
      `,
    },
  ),
];
