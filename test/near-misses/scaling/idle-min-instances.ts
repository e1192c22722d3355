import { template } from '../../../src/examples.ts';

export default [
  template`
    metadata:
      annotations:
        autoscaling.knative.dev/minScale: "1"
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
  `,
  template`
    metadata:
      annotations:
        autoscaling.knative.dev/minScale: "1"
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
        - name: collector
          image: docker.io/otel/opentelemetry-collector-contrib:0.130.0
  `,
  template`
    metadata:
      annotations:
        autoscaling.knative.dev/minScale: "1"
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
        - name: database
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.18.0
          args: ["acme:europe-west1:shop"]
  `,
  template`
    metadata:
      annotations:
        autoscaling.knative.dev/minScale: "1"
        #                                 ^^^ One instance is kept while idle, but the sidecars have CPU only during requests. Set "run.googleapis.com/cpu-throttling" to "false" if they work in between.
    spec:
      containers:
        - name: proxy
          image: docker.io/library/nginx:1.29
          ports: [{ containerPort: 8080 }]
        - name: shop
          image: docker.io/acme/shop:1.4.2
        - name: search
          image: docker.io/acme/search:1.4.2
  `,
];

export const equivalent = {
  'needs.sidecars -> left out': 'Speed: a lone container has no sidecar.',
};
