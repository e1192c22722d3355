import { template } from '../../../src/examples.ts';

export default [
  // Envoy's own page for administration is no port for requests, and the other port is the one that its image opens.
  template`
    spec:
      containers:
        - name: envoy
          image: docker.io/envoyproxy/envoy:v1.34.4
          ports:
            - containerPort: 8080
            - containerPort: 9901
        - name: web
          image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
  `,
  // A proxy alone has nothing behind it that its configuration would have to name.
  template`
    spec:
      containers:
        - name: edge
          image: docker.io/envoyproxy/envoy:v1.34.4
          ports: [{ containerPort: 10000 }]
  `,
  // An exporter of metrics does its work without a configuration.
  template`
    spec:
      containers:
        - name: statsd
          image: docker.io/prom/statsd-exporter:v0.28.0
  `,
  // A proxy that has a configuration mounted somewhere may be told to read it.
  template`
    spec:
      containers:
        - name: edge
          image: docker.io/envoyproxy/envoy:v1.34.4
          ports: [{ containerPort: 10000 }]
          volumeMounts: [{ name: config, mountPath: /etc/otelcol-contrib }]
        - name: shop
          image: docker.io/acme/shop:1.4.2
  `,
];
