import { template } from '../../../src/examples.ts';

export default [
  template`
    metadata:
      labels:
        generation: gen1
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
          volumeMounts: [{ name: scratch, mountPath: /scratch }]
      volumes:
        - name: scratch
          emptyDir: { medium: Disk, sizeLimit: 10Gi }
  `,
];
