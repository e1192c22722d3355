import { template } from '../../../src/examples.ts';

export default [
  // Beyond what any document allows: probe-out-of-range.
  template`
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
          startupProbe: { periodSeconds: 700, httpGet: { path: /healthz } }
  `,
];
