import { template } from '../../../src/examples.ts';

export default [
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          resources:
            limits: { ephemeral-storage: ~, "\${RESOURCE}": "1" }
            requests: { gpus: "1" }
            #           ^^^^ The requests of "shop" hold "gpus", but Cloud Run knows only "cpu" and "memory".
  `,
];
