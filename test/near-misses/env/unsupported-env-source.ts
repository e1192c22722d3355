import { manifest } from '../../../src/examples.ts';

export default [
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
              env:
                - name: POD_NAME
                  valueFrom: { fieldRef: { fieldPath: metadata.name } }
                  #            ^^^^^^^^ Cloud Run has no "fieldRef" for "POD_NAME". Ask the metadata server.
                - valueFrom: { configMapKeyRef: { name: shop, key: log-level } }
                #              ^^^^^^^^^^^^^^^ Cloud Run has no "configMapKeyRef" for a variable. Write the "value" itself, or keep it in Secret Manager and use "secretKeyRef".
  `,
];
