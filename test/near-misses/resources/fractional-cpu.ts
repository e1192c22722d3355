import { manifest } from '../../../src/examples.ts';

export default [
  // In all it is less than one CPU, which is only refused of a job with one container.
  manifest`
    apiVersion: run.googleapis.com/v1
    kind: Job
    metadata:
      name: report
    spec:
      template:
        spec:
          template:
            spec:
              containers:
                - name: report
                  image: docker.io/acme/report:1.4.2
                  resources: { limits: { cpu: 400m } }
                - name: cache
                  image: docker.io/acme/cache:1.4.2
                  resources: { limits: { cpu: 200m } }
  `,
  manifest`
    apiVersion: run.googleapis.com/v1
    kind: Job
    metadata:
      name: report
    spec:
      template:
        spec:
          template:
            spec:
              containers:
                - image: docker.io/acme/report:1.4.2
                  resources: { limits: { cpu: 400m } }
                  #                           ^^^^ The container has 0.4 vCPU, but a job with a single container needs at least 1 vCPU.
  `,
];
