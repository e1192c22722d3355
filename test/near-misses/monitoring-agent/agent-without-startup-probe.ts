import { template } from '../../../src/examples.ts';

export default [
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
        - name: collector
          image: docker.io/otel/opentelemetry-collector-contrib:0.110.0
          {{- include "shop.collector" . | nindent 6 }}
  `,
  // A collector that takes the requests has Cloud Run's own startup probe.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
        - name: collector
          image: docker.io/otel/opentelemetry-collector-contrib:0.110.0
          ports:
            - containerPort: 4318
  `,
  // A shipper of logs alone is the application.
  template`
    spec:
      containers:
        - name: logs
          image: docker.io/fluent/fluent-bit:3.2
  `,
  // Another container waits for it: "dependency-without-startup-probe" reports it as an error.
  template`
    metadata:
      annotations:
        run.googleapis.com/container-dependencies: "{web: [collector], worker: [collector]}"
    spec:
      containers:
        - name: worker
          image: europe-west1-docker.pkg.dev/acme-prod/shop/worker:1.8.2
        - name: collector
          image: docker.io/otel/opentelemetry-collector-contrib:0.128.0
  `,
];
