import { template } from '../../../src/examples.ts';

export default [
  // The collector takes OTLP, if on other ports: "agent-port-mismatch" reports it.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
          env: [{ name: OTEL_EXPORTER_OTLP_ENDPOINT, value: "http://localhost:5318" }]
        - name: collector
          image: docker.io/otel/opentelemetry-collector-contrib:0.110.0
  `,
];

export const equivalent = {
  'needs.sidecars -> left out': 'Only saves time: in a container alone there is no agent to be meant.',
};
