import { template } from '../../../src/examples.ts';

const listed = Array.from({ length: 1001 }, (_, index) => `{ name: SHOP_${index + 1}, value: a }`).join(', ');

export default [
  // A line of a template may choose among variables.
  template`
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
          env: [${listed}]
    {{- include "shop.more" . }}
  `,
];
