import { template } from '../../../src/examples.ts';

const listed = Array.from({ length: 1001 }, (_, index) => `--shop=${index + 1}`).join(', ');

export default [
  // A line of a template may choose among arguments.
  template`
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
          args: [${listed}]
    {{- include "shop.more" . }}
  `,
];
