import { manifest } from '../../../src/examples.ts';

export default [
  manifest`
    apiVersion: "\${API_VERSION}"
    kind: WorkerPool
    metadata:
      name: pullers
    spec:
      template:
        spec:
          containers:
            - image: docker.io/acme/puller:1.4.2
  `,
  manifest`
    apiVersion:
    kind: WorkerPool
    metadata:
      name: pullers
    spec:
      template:
        spec:
          containers:
            - image: docker.io/acme/puller:1.4.2
  `,
];
