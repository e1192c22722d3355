import { manifest } from '../../../src/examples.ts';

export default [
  manifest`
    apiVersion: run.googleapis.com/v1
    kind: Instance
    metadata:
      name: shell
    spec:
      restartPolicy: POLICY
      containers:
        - image: docker.io/acme/shell:1.4.2
  `,
  manifest`
    apiVersion: run.googleapis.com/v1
    kind: Instance
    metadata:
      name: shell
    spec:
      restartPolicy: POLICY
      containers:
        - image: docker.io/acme/shell:1.4.2
  `,
];
