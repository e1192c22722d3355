import { beside, template } from '../../../src/examples.ts';

export default [
  // A collector's own variable is where it exports to.
  template`
    spec:
      containers:
        - name: collector
          image: docker.io/newrelic/nrdot-collector:1.2.0
          env:
            - name: OTEL_EXPORTER_OTLP_ENDPOINT
              value: http://localhost:4317
  `,
  // What takes data on that port is not known.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
          env:
            - name: OTEL_EXPORTER_OTLP_ENDPOINT
              value: localhost:9999
            - name: OTEL_EXPORTER_OTLP_PROTOCOL
              value: grpc
  `,
  // What is no address says nothing of a port.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
          env:
            - name: OTEL_EXPORTER_OTLP_PROTOCOL
              value: http://localhost:4318
            - name: OTEL_EXPORTER_OTLP_PROTOCOL
              value: grpc
  `,
  // Nobody is told another port: these are the usual ones.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
          env:
            - name: OTEL_EXPORTER_OTLP_ENDPOINT
              value: http://localhost:4318
    #                       ^^^^^^^^^^^^^^ "shop" sends OTLP over gRPC to port 4318, which takes HTTP.
            - name: OTEL_EXPORTER_OTLP_PROTOCOL
              value: grpc
    #                ~~~~ Its protocol is set to gRPC here.
        - name: collector
          image: docker.io/otel/opentelemetry-collector-contrib:0.110.0
    {{- include "shop.more" . }}
  `,
  // The name of the agent that is not here leads to the usual port.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
          env:
            - name: OTEL_EXPORTER_OTLP_TRACES_ENDPOINT
              value: http://datadog:4317/v1/traces
    #                       ^^^^^^^^^^^^ "shop" sends OTLP over HTTP to port 4317, which takes gRPC.
  `,
  // On a port of the application's own anything may be spoken.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
          env:
            - name: OTEL_EXPORTER_OTLP_ENDPOINT
              value: 127.0.0.1:8080
            - name: OTEL_EXPORTER_OTLP_PROTOCOL
              value: grpc
  `,
  // A variable of the agent's is no address of an application's.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
          env:
            - name: DD_OTLP_CONFIG_RECEIVER_PROTOCOLS_GRPC_ENDPOINT
              value: http://datadog:4317/v1/traces
  `,
  // The configuration names the port that is taken: "agent-port-mismatch" reports another one.
  beside(
    template`
      spec:
        containers:
          - name: shop
            image: europe-docker.pkg.dev/acme/shop/shop:1
            ports: [{ containerPort: 8080 }]
            env:
              - name: OTEL_EXPORTER_OTLP_ENDPOINT
                value: http://localhost:4318
              - name: OTEL_EXPORTER_OTLP_PROTOCOL
                value: grpc
          - name: collector
            image: europe-docker.pkg.dev/acme/shop/collector:1
    `,
    {
      'collector/Dockerfile': `
        FROM otel/opentelemetry-collector-contrib:0.139.0
        COPY config.yaml /etc/otelcol-contrib/config.yaml
      `,
      'collector/config.yaml': `
        receivers:
          otlp: { protocols: { grpc: { endpoint: "localhost:4317" } } }
        exporters:
          googlecloud:
        service:
          pipelines:
            traces: { receivers: [otlp], exporters: [googlecloud] }
      `,
    },
  ),
  // What a collector tells of itself, and what it exports.
  beside(
    template`
      spec:
        containers:
          - { name: app, image: "europe-docker.pkg.dev/acme/shop/app:1", ports: [{ containerPort: 8080 }] }
          - name: otel
            image: europe-docker.pkg.dev/acme/shop/otel:1
            env: []
    `,
    {
      'otel/Dockerfile':
        'FROM otel/opentelemetry-collector-contrib:0.136.0\nCOPY config.yaml /etc/otelcol-contrib/config.yaml',
      'otel/config.yaml': `
        receivers: { otlp: { protocols: { grpc: { endpoint: "0.0.0.0:4317" }, http: { endpoint: "0.0.0.0:4318" } } } }
        exporters: { googlecloud: }
        service: { telemetry: { metrics: { readers: [{ periodic: { exporter: { otlp: { protocol: grpc, endpoint: "http://localhost:4318" } } } }] } }, pipelines: { traces: { receivers: [otlp], exporters: [googlecloud] } } }
        #                                                                                                        ^^^^^^^^^^^^^^^^^^^^^^^ "service.telemetry" of "otel" sends OTLP over gRPC to port 4318, which takes HTTP.
        # = Send to the port for gRPC, usually 4317.
      `,
    },
  ),
  beside(
    template`
      spec:
        containers:
          - { name: app, image: "europe-docker.pkg.dev/acme/shop/app:1", ports: [{ containerPort: 8080 }] }
          - name: otel
            image: europe-docker.pkg.dev/acme/shop/otel:1
            env: []
    `,
    {
      'otel/Dockerfile':
        'FROM otel/opentelemetry-collector-contrib:0.136.0\nCOPY config.yaml /etc/otelcol-contrib/config.yaml',
      'otel/config.yaml': `
        receivers: { otlp: { protocols: { grpc: { endpoint: "0.0.0.0:4317" }, http: { endpoint: "0.0.0.0:4318" } } } }
        exporters: { googlecloud: }
        service: { telemetry: { metrics: { readers: [{ periodic: { exporter: { otlp: { protocol: http/protobuf, endpoint: "http://localhost:4317" } } } }] } }, pipelines: { traces: { receivers: [otlp], exporters: [googlecloud] } } }
        #                                                                                                                 ^^^^^^^^^^^^^^^^^^^^^^^ "service.telemetry" of "otel" sends OTLP over HTTP to port 4317, which takes gRPC.
        # = Send to the port for HTTP, usually 4318.
      `,
    },
  ),
  beside(
    template`
      spec:
        containers:
          - { name: app, image: "europe-docker.pkg.dev/acme/shop/app:1", ports: [{ containerPort: 8080 }] }
          - name: otel
            image: europe-docker.pkg.dev/acme/shop/otel:1
            env: []
    `,
    {
      'otel/Dockerfile':
        'FROM otel/opentelemetry-collector-contrib:0.136.0\nCOPY config.yaml /etc/otelcol-contrib/config.yaml',
      'otel/config.yaml': `
        receivers: { otlp: { protocols: { grpc: { endpoint: "0.0.0.0:4317" }, http: { endpoint: "0.0.0.0:4318" } } } }
        exporters: { googlecloud: }
        service: { telemetry: { metrics: { readers: [{ periodic: { exporter: { otlp: { protocol: grpc, endpoint: "http://localhost:4317" } } } }] } }, pipelines: { traces: { receivers: [otlp], exporters: [googlecloud] } } }
      `,
    },
  ),
  beside(
    template`
      spec:
        containers:
          - { name: app, image: "europe-docker.pkg.dev/acme/shop/app:1", ports: [{ containerPort: 8080 }] }
          - name: otel
            image: europe-docker.pkg.dev/acme/shop/otel:1
            env: []
    `,
    {
      'otel/Dockerfile':
        'FROM otel/opentelemetry-collector-contrib:0.136.0\nCOPY config.yaml /etc/otelcol-contrib/config.yaml',
      'otel/config.yaml': `
        receivers: { otlp: { protocols: { grpc: { endpoint: "0.0.0.0:4317" }, http: { endpoint: "0.0.0.0:4318" } } }, zipkin: { endpoint: "0.0.0.0:9411" } }
        exporters: { googlecloud: , zipkin: { endpoint: "http://localhost:4317" }, otlp: { endpoint: "localhost:9411" } }
        service: { telemetry: { metrics: { level: none } }, pipelines: { traces: { receivers: [otlp], exporters: [zipkin, otlp] }, traces/2: { receivers: [zipkin], exporters: [googlecloud] } } }
      `,
    },
  ),
  beside(
    template`
      spec:
        containers:
          - { name: app, image: "europe-docker.pkg.dev/acme/shop/app:1", ports: [{ containerPort: 8080 }] }
          - { name: hub, image: "acme.example/otelcol:1" }
          - { name: otel, image: "europe-docker.pkg.dev/acme/shop/otel:1" }
    `,
    {
      'otel/Dockerfile':
        'FROM otel/opentelemetry-collector-contrib:0.136.0\nCOPY config.yaml /etc/otelcol-contrib/config.yaml',
      'otel/config.yaml': `
        receivers: { otlp: { protocols: { grpc: { endpoint: "0.0.0.0:5317" } } } }
        exporters: { otlphttp: { endpoint: "http://localhost:4317" } }
        service: { pipelines: { traces: { receivers: [otlp], exporters: [otlphttp] } } }
      `,
    },
  ),
];
