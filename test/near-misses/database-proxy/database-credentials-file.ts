import { template } from '../../../src/examples.ts';

export default [
  // Not everything that pools connections takes credentials from a file.
  template`
    spec:
      containers:
        - name: bouncer
          image: docker.io/edoburu/pgbouncer:v1.23.1-p2
  `,
];
