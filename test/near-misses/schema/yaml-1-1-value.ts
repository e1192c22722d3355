import { template } from '../../../src/examples.ts';

export default [
  template`
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
          args: [--color, yes]
          #               ^^^ gcloud reads "yes" as a boolean, but an item of "args" must be text.
          env:
            - name: SIZE
              value: 12
  `,
];
