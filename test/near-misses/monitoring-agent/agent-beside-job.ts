import { manifest } from '../../../src/examples.ts';

export default [
  // Alone it wraps the program of the task.
  manifest`
    apiVersion: run.googleapis.com/v1
    kind: Job
    metadata:
      name: nightly
    spec:
      template:
        spec:
          template:
            spec:
              containers:
                - name: import
                  image: gcr.io/datadoghq/serverless-init:1.9.0
                  args: [python, import.py]
  `,
  // A name and a variable alone do not make it certain.
  manifest`
    apiVersion: run.googleapis.com/v1
    kind: Job
    metadata:
      name: nightly
    spec:
      template:
        spec:
          template:
            spec:
              containers:
                - name: import
                  image: docker.io/acme/import:2.1.0
                - name: datadog
                  image: docker.io/acme/telemetry:2.1.0
                  env: [{ name: DD_API_KEY, valueFrom: { secretKeyRef: { name: datadog, key: "1" } } }]
  `,
];
