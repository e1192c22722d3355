import { template } from '../../../src/examples.ts';

export default [
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
        - name: redis
          env: [{ name: REDIS_PASSWORD, value: "%PASSWORD%" }]
          args: [redis-server]
  `,
];
