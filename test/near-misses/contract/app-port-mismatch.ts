import { template } from '../../../src/examples.ts';

export default [
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          command: [uvicorn, app:main, --port, "9000"]
        - name: search
          image: docker.io/acme/search:1.4.2
  `,
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          command: [uvicorn, app:main, --port, "9000"]
          ports: [{ containerPort: "\${PORT}" }]
  `,
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          command: [uvicorn, app:main, --port, "9000"]
          ports: [{ containerPort: 6379 }]
        - name: cache
          image: docker.io/library/redis:7.4
  `,
];

export const equivalent = {
  '!ingress -> false': 'For types: without an ingress container no port is wanted.',
};
