import { manifest } from '../../../src/examples.ts';

export default [
  manifest`
    apiVersion: run.googleapis.com/v1
    kind: Job
    metadata:
      name: report
    spec:
      template:
        spec:
          delayExecution: true
          template:
            spec:
              timeoutSeconds: "\${TIMEOUT}"
              containers:
                - image: docker.io/acme/report:1.4.2
  `,
];
