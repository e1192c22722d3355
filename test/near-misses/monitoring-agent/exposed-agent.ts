import { template } from '../../../src/examples.ts';

export default [
  template`
    spec:
      containers:
        - name: collector
          image: docker.io/otel/opentelemetry-collector-contrib:0.110.0
          ports: [{ containerPort: 4318 }]
  `,
  template`
    spec:
      containers:
        # A name that applications have as well.
        - name: web
          image: europe-west1-docker.pkg.dev/acme-prod/apps/refinery:7
          ports: [{ containerPort: 8080 }]
        - name: worker
          image: docker.io/acme/worker:1.4.2
  `,
  // A container whose image tells nothing may be the application.
  template`
    spec:
      containers:
        - name: collector
          image: docker.io/acme/shop:1.4.2
        - name: collector
          image: docker.io/otel/opentelemetry-collector-contrib:0.110.0
          ports:
            - containerPort: 4318
  `,
  // A proxy with ports is where requests belong.
  template`
    spec:
      containers:
        - name: edge
          image: docker.io/envoyproxy/envoy:v1.34.4
          ports: [{ containerPort: 10000 }]
        - name: shop
          image: docker.io/acme/shop:1.4.2
  `,
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
        - name: search
          image: docker.io/acme/search:1.4.2
        - name: collector
          image: docker.io/otel/opentelemetry-collector-contrib:0.130.1
          ports: [{ containerPort: 4318 }]
        # ^^^^^ "collector" runs OpenTelemetry Collector, but its "ports" make it the container that takes the requests.
        #  = Move "ports" from "collector" to the container that serves the requests.
  `,
];
