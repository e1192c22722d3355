import { manifest, template } from '../../../src/examples.ts';

export default [
  manifest`
    apiVersion: run.googleapis.com/v1
    kind: Instance
    metadata:
      name: shell
    spec:
      containers:
        - image: docker.io/acme/shell:1.4.2
          sandboxLauncher: true
  `,
  // An ephemeral disk is no preview any more.
  template`
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
          volumeMounts:
            - { name: scratch, mountPath: /scratch }
      volumes:
        - name: scratch
          emptyDir: { medium: Disk, sizeLimit: 10Gi }
  `,
  // Something else is wrong here: the annotation stands on the template.
  template`
    metadata:
      annotations:
        run.googleapis.com/launch-stage: BETA
    spec:
      containers:
        - image: docker.io/acme/agent:1.4.2
          sandboxLauncher: true
  `,
];
