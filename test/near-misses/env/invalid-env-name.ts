import { template } from '../../../src/examples.ts';

export default [
  template`
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
          env:
            - name: "=debug"
            #       ^^^^^^^^ The variable name "=debug" contains "=". Write a name without it.
              value: info
  `,
];
