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
];
