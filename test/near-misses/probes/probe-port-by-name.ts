import { template } from '../../../src/examples.ts';

export default [
  template`
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
          startupProbe:
            tcpSocket: { port: 0x1F90 }
  `,
];
