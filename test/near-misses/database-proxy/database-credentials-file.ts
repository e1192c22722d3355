import { template } from '../../../src/examples.ts';

export default [
  // Here it turns on `settings`.
  template`
    spec:
      containers:
        - name: bouncer
          image: docker.io/edoburu/pgbouncer:v1.23.1-p2
  `,
];
