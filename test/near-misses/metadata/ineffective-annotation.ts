import { manifest, template } from '../../../src/examples.ts';

export default [
  template`
    metadata:
      annotations:
        run.googleapis.com/scaling-cpu-target: "0.7"
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
  `,
  manifest`
    apiVersion: run.googleapis.com/v1
    kind: WorkerPool
    metadata:
      name: pullers
      annotations:
        run.googleapis.com/scalingMode: automatic
        run.googleapis.com/scaling-cpu-target: "0.7"
    spec:
      template:
        metadata:
          annotations:
            run.googleapis.com/execution-environment: gen2
        spec:
          containers:
            - image: docker.io/acme/puller:1.4.2
  `,
];
