import { template } from '../../../src/examples.ts';

export default [
  // Here it turns on `text === undefined`.
  template`
    metadata:
      annotations:
        run.googleapis.com/container-dependencies: {}
  `,
  // Here it turns on `!dependencies.isWellFormed`.
  template`
    metadata:
      annotations:
        run.googleapis.com/container-dependencies: ""
  `,
  // Here it turns on `annotation.unknown`.
  template`
    metadata:
      annotations:
        run.googleapis.com/container-dependencies: "{{ .Values.x }}"
  `,
];
