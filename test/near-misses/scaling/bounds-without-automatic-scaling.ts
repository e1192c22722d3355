import { manifest } from '../../../src/examples.ts';

export default [
  manifest`
    apiVersion: run.googleapis.com/v1
    kind: WorkerPool
    metadata:
      name: pullers
      annotations:
        run.googleapis.com/minScale: ""
        run.googleapis.com/maxScale:
    spec:
      template:
        spec:
          containers:
            - image: docker.io/acme/puller:1.4.2
  `,
  manifest`
    apiVersion: run.googleapis.com/v1
    kind: WorkerPool
    metadata:
      name: pullers
      annotations:
        run.googleapis.com/maxScale: "5"
        {{- if .Values.automatic }}
        run.googleapis.com/scalingMode: automatic
        {{- end }}
    spec:
      template:
        spec:
          containers:
            - image: docker.io/acme/puller:1.4.2
  `,
  manifest`
    apiVersion: run.googleapis.com/v1
    kind: WorkerPool
    metadata:
      name: pullers
      annotations:
        run.googleapis.com/minScale: ~
    spec:
      template:
        spec:
          containers:
            - image: docker.io/acme/puller:1.4.2
  `,
  manifest`
    apiVersion: run.googleapis.com/v1
    kind: WorkerPool
    metadata:
      name: pullers
      annotations:
        run.googleapis.com/minScale: "2"
        {{- include "pullers.annotations" . }}
    spec:
      template:
        spec:
          containers:
            - image: docker.io/acme/puller:1.4.2
  `,
];
