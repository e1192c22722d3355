import { template } from '../../../src/examples.ts';

export default [
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          resources: { limits: { cpu: ~ } }
        - name: cache
          image: docker.io/acme/cache:1.4.2
          resources: { limits: { memory: 512Mi } }
        - name: search
          image: docker.io/acme/search:1.4.2
          resources: { limits: { cpu: "16" } }
          #                           ^^^^ The CPU limit of "search" is "16", more than a container can have. Write "8" or less.
  `,
  // Cloud Deploy makes a text of the number.
  template`
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2 # from-param: \${image}
          resources: { limits: { cpu: 2 } }
  `,
  template`
    spec:
      nodeSelector: { run.googleapis.com/accelerator: nvidia-rtx-pro-6000 }
      containers:
        - image: docker.io/acme/model:1.4.2
          resources: { limits: { cpu: "20", memory: 80Gi, nvidia.com/gpu: "1" } }
  `,
];
