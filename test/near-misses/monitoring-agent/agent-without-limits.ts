import { template } from '../../../src/examples.ts';

export default [
  // Here it turns on `needs.sidecars`.
  template`
    spec:
      containers:
        - name: collector
          image: docker.io/otel/opentelemetry-collector-contrib:0.110.0
  `,
];
