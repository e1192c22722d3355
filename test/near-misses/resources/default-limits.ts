import { template } from '../../../src/examples.ts';

export default [
  template`
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
  `,
  // Agents and proxies have rules of their own.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          resources: { limits: { cpu: "1", memory: 512Mi } }
        - name: collector
          image: docker.io/otel/opentelemetry-collector-contrib:0.130.0
  `,
  template`
    spec:
      containers:
        - name: proxy
          image: docker.io/library/nginx:1.29
          ports: [{ containerPort: 8080 }]
        - name: shop
          image: docker.io/acme/shop:1.4.2
          resources: { limits: { cpu: "1", memory: 512Mi } }
  `,
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          resources: { limits: { cpu: "1", memory: 512Mi } }
          ports: [{ containerPort: 8080 }]
        - name: mesh
          image: docker.io/istio/proxyv2:1.26.0
  `,
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
          {{- include "shop.resources" . }}
        - name: search
          image: docker.io/acme/search:1.4.2
  `,
];
