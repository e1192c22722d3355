import { template } from '../../../src/examples.ts';

export default [
  // A tunnel alone is the application.
  template`
    spec:
      containers:
        - name: tailscale
          image: docker.io/tailscale/tailscale:v1.78.1
  `,
  // What exports by being asked, as this one does, needs no CPU in between.
  template`
    spec:
      containers:
        - name: proxy
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
        - name: statsd
          image: docker.io/prom/statsd-exporter:v0.28.0
  `,
  // A database proxy is judged by "throttled-database-proxy".
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
        - name: proxy
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
  `,
  // A limit that is filled in may be less than CPU outside requests needs, so there is no fix.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
          resources:
            limits:
              cpu: "%CPU%"
        - name: collector
    #           ^^^^^^^^^ "collector" batches, queues and exports telemetry, but has CPU only while a request is handled. Set "run.googleapis.com/cpu-throttling" to "false".
          image: docker.io/otel/opentelemetry-collector-contrib:0.130.1
          resources:
            limits:
              cpu: 250m
  `,
];
