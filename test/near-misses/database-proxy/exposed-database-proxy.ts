import { template } from '../../../src/examples.ts';

export default [
  template`
    spec:
      containers:
        - name: proxy
          image: docker.io/acme/edge:1.0.0
          ports: [{ containerPort: 8080 }]
        - name: shop
          image: docker.io/acme/shop:1.4.2
          env: [{ name: PORT, value: "8081" }]
  `,
];
