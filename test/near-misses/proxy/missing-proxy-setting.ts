import { template } from '../../../src/examples.ts';

export default [
  // Here it turns on `needs.role`.
  template`
    spec:
      containers:
        - name: datadog
          image: gcr.io/datadoghq/serverless-init:1
  `,
];
