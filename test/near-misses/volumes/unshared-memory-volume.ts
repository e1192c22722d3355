import { template } from '../../../src/examples.ts';

export default [
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          volumeMounts:
            - { name: bucket, mountPath: /bucket }
            - { name: cache, mountPath: "\${CACHE_DIR}" }
        - name: search
          image: docker.io/acme/search:1.4.2
      volumes:
        - name: bucket
          csi: { driver: gcsfuse.run.googleapis.com, volumeAttributes: { bucketName: acme-shop } }
        - name: cache
        #       ^^^^^ Only "shop" mounts the in-memory volume "cache". It shares and keeps nothing.
          emptyDir: { medium: Memory, sizeLimit: 64Mi }
        - name: spare
          emptyDir: { medium: Memory, sizeLimit: 64Mi }
        - emptyDir: { medium: Memory, sizeLimit: 64Mi }
  `,
];

export const equivalent = {
  'volume.name === undefined -> false': 'For types: no mount names a volume that has no name.',
};
