import { template } from '../../../src/examples.ts';

export default [
  template`
    metadata:
      annotations:
        run.googleapis.com/container-dependencies: '{"shop":["search"]}'
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: "%PORT%" }]
        - name: search
          image: docker.io/acme/search:1.4.2
          startupProbe: { tcpSocket: { port: "%PORT%" } }
  `,
  // What listens there itself is in the way of the other.
  template`
    metadata:
      annotations:
        run.googleapis.com/container-dependencies: '{"shop":["cache"]}'
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 6379 }]
        - name: cache
          image: docker.io/library/redis:7.4
          startupProbe: { tcpSocket: { port: 6379 } }
  `,
  template`
    metadata:
      annotations:
        run.googleapis.com/container-dependencies: '{"shop":["cache"]}'
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 3000 }]
        - name: cache
          image: docker.io/library/redis:7.4
          startupProbe: { tcpSocket: { port: 3000 } }
    #                                        ^^^^ The startup probe of "cache" asks port 3000 of "shop", which starts only after it succeeds. Write the port of "cache".
  `,
];

export const equivalent = {
  'needs.sidecars -> left out': 'Only saves time: two containers take part in each finding.',
};
