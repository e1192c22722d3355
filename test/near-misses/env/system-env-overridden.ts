import { template } from '../../../src/examples.ts';

export default [
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
        - name: search
          image: docker.io/acme/search:1.4.2
          env:
            - name: PORT
              value: "9000"
  `,
  template`
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
          env:
            - name: "\${PREFIX}_K_SERVICE"
              value: shop
  `,
];
