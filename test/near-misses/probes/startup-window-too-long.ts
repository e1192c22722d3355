import { template } from '../../../src/examples.ts';

export default [
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          startupProbe: { failureThreshold: "\${TIMES}" }
        - name: cache
          image: docker.io/acme/cache:1.4.2
          startupProbe: { periodSeconds: 900, failureThreshold: 2 }
        - name: search
          image: docker.io/acme/search:1.4.2
          startupProbe: { failureThreshold: 100 }
          #                                 ^^^ "search" has 100 × 10 = 1000 s to start, but Cloud Run documents 600 at most. Lower "failureThreshold" or "periodSeconds".
  `,
];

export const equivalent = {
  'period === undefined -> false': 'For types: without a known period there is no known window.',
};
