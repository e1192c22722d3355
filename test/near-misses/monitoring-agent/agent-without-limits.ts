import { template } from '../../../src/examples.ts';

export default [
  // A collector alone is the application.
  template`
    spec:
      containers:
        - name: collector
          image: docker.io/otel/opentelemetry-collector-contrib:0.110.0
  `,
];
