import { template } from '../../../src/examples.ts';

export default [
  // Here it turns on `service.containers.length < 2 && role !== 'policy-engine'`.
  template`
    spec:
      containers:
        - name: tailscale
          image: docker.io/tailscale/tailscale:v1.78.1
  `,
  // Here it turns on `product`.
  template`
    spec:
      containers:
        - name: proxy
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
        - name: statsd
          image: docker.io/prom/statsd-exporter:v0.28.0
  `,
  // Here it turns on `isDatabaseProxy(role)`.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
        - name: proxy
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
  `,
  // Here it turns on `total < 1000`.
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
