import { manifest, template } from '../../../src/examples.ts';

export default [
  // Below zero the published refusal is not that of the hour.
  template`
    spec:
      timeoutSeconds: -5
      #               ^^ A request cannot take -5 seconds.
      containers:
        - image: docker.io/acme/shop:1.4.2
  `,
  template`
    spec:
      timeoutSeconds: \${TIMEOUT}
      containers:
        - image: docker.io/acme/shop:1.4.2
  `,
  template`
    spec:
      timeoutSeconds: "\${TIMEOUT}"
      containers:
        - image: docker.io/acme/shop:1.4.2
  `,
  template`
    spec:
      timeoutSeconds: -1
      #               ^^ A request cannot take -1 seconds.
      containers:
        - image: docker.io/acme/shop:1.4.2
  `,
  // What would bound a worker pool is not documented: the field is not for it.
  manifest`
    apiVersion: run.googleapis.com/v1
    kind: WorkerPool
    metadata:
      name: pullers
    spec:
      template:
        spec:
          timeoutSeconds: 1000000
          containers:
            - image: docker.io/acme/puller:1.4.2
  `,
];
