import { template } from '../../../src/examples.ts';

export default [
  template`
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
          volumeMounts: [{ name: cache, mountPath: /cache }]
      volumes:
        - name: cache
          emptyDir: { medium: Memory, sizeLimit: "\${SIZE}" }
        - name: spare
          emptyDir: { medium: Memory, sizeLimit: 64Gi }
        - emptyDir: { medium: Memory, sizeLimit: 64Gi }
  `,
];

export const equivalent = {
  'name === undefined -> false': 'For types: no mount names a volume that has no name.',
};
