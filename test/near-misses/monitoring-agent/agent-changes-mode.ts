import { template } from '../../../src/examples.ts';

export default [
  // Here it turns on `needs.sidecars`.
  template`
    spec:
      containers:
        - name: policy
          image: docker.io/openpolicyagent/opa:1.0.0
  `,
];
