import { template } from '../../../src/examples.ts';

export default [
  // What an instance with a larger GPU can have is not known.
  template`
    spec:
      nodeSelector: { run.googleapis.com/accelerator: nvidia-rtx-pro-6000 }
      containers:
        - image: docker.io/acme/model:1.4.2
          resources: { limits: { cpu: "20", memory: 80Gi, nvidia.com/gpu: "1" } }
  `,
  template`
    spec:
      nodeSelector: { run.googleapis.com/accelerator: nvidia-l4 }
      containers:
        - name: model
          image: docker.io/acme/model:1.4.2
          resources: { limits: { cpu: "8", memory: 48Gi, nvidia.com/gpu: "1" } }
          #                                        ^^^^ "model" has 48 GiB of memory, but an instance has at most 32 GiB.
  `,
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          resources: { limits: { cpu: "10", memory: 48Gi } }
          #                                         ^^^^ "shop" has 48 GiB of memory, but an instance has at most 32 GiB.
  `,
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          resources: { limits: { cpu: "10", memory: "\${MEMORY}" } }
        - name: cache
          image: docker.io/acme/cache:1.4.2
          resources: { limits: { cpu: "1", memory: 16Gi } }
  `,
  template`
    spec:
      containers:
  #   ^^^^^^^^^^ All containers together have 40 GiB of memory, but an instance has at most 32 GiB.
        - name: shop
          image: docker.io/acme/shop:1.4.2
          resources: { limits: { cpu: "10", memory: 20Gi } }
        - name: cache
          image: docker.io/acme/cache:1.4.2
          resources: { limits: { cpu: "1", memory: 20Gi } }
  `,
];

export const equivalent = {
  "of === 'cpu' -> true": 'No CPU limit is as large as the most memory, a number of bytes.',
};
