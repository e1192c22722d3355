import { manifest, template } from '../../../src/examples.ts';

export default [
  template`
    metadata:
      annotations:
        run.googleapis.com/cpu-throttling: "false"
        run.googleapis.com/execution-environment: gen1
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
          resources: { limits: { memory: 256Mi } }
  `,
  template`
    metadata:
      annotations:
        run.googleapis.com/cpu-throttling: "false"
        run.googleapis.com/execution-environment: "\${GENERATION}"
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
          resources: { limits: { memory: 256Mi } }
  `,
  template`
    metadata:
      annotations:
        run.googleapis.com/cpu-throttling: "false"
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
          resources: { limits: { memory: 256Mi } }
          #                              ^^^^^ The container has 256 MiB of memory, but CPU outside requests needs at least 512 MiB. Write "512Mi" or more.
  `,
  template`
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
          resources: { limits: { memory: "\${MEMORY}" } }
  `,
  manifest`
    apiVersion: run.googleapis.com/v1
    kind: WorkerPool
    metadata:
      name: pullers
    spec:
      template:
        spec:
          containers:
            - image: docker.io/acme/puller:1.4.2
              resources: { limits: { memory: 256Mi } }
              #                              ^^^^^ The container has 256 MiB of memory, but a worker pool needs at least 512 MiB. Write "512Mi" or more.
  `,
];
