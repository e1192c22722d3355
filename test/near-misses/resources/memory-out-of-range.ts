import { template } from '../../../src/examples.ts';

export default [
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          resources: { limits: { cpu: "8", memory: 48Gi } }
  `,
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          resources: { limits: { cpu: "1", memory: "\${MEMORY}" } }
        - name: cache
          image: docker.io/acme/cache:1.4.2
          resources: { limits: { cpu: "1", memory: 16Gi } }
  `,
  template`
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
          resources: { limits: { memory: 6Gi } }
          #                              ^^^ The container has 6 GiB of memory, but with 1 vCPU (the default) a container can have at most 4 GiB. Write a CPU limit of "2", or at most "4Gi".
  `,
  // Too little for the one, but not in all.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          resources: { limits: { cpu: "4", memory: 1Gi } }
        - name: cache
          image: docker.io/acme/cache:1.4.2
          resources: { limits: { cpu: "1", memory: 4Gi } }
  `,
  // Too much for any instance, which another rule tells.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          resources: { limits: { cpu: "1", memory: 20Gi } }
        - name: cache
          image: docker.io/acme/cache:1.4.2
          resources: { limits: { cpu: "1", memory: 20Gi } }
  `,
];

export const equivalent = {
  'totalMemory === undefined -> false': 'For types: an unknown sum is neither more nor less than a bound.',
};
