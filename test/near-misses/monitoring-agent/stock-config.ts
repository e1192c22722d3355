import { template } from '../../../src/examples.ts';

export default [
  // Here it turns on `!(isMonitoring(member.role) ? bringsNoConfig(member) : isInFrontOnly(member,
  // frontProxyOf(instance)))`, `isMonitoring(member.role)`, `listeners.some(({ port }) => port ===
  // container.containerPort)`.
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
  // Here it turns on `member === proxy`.
  template`
    spec:
      containers:
        - name: edge
          image: docker.io/envoyproxy/envoy:v1.34.4
          ports: [{ containerPort: 10000 }]
  `,
  // Here it turns on `stock === undefined`.
  template`
    spec:
      containers:
        - name: statsd
          image: docker.io/prom/statsd-exporter:v0.28.0
  `,
  // Here it turns on `container.mounts.length === 0`.
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
