import { template } from '../../../src/examples.ts';

export default [
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          volumeMounts:
            - { name: bucket, mountPath: /dev/shm }
            #                            ^^^^^^^^ The mount path "/dev/shm" of "shop" is in "/dev", where nothing can be mounted. Choose another folder.
            - { name: none, mountPath: "" }
            - { name: bucket, mountPath: .cache }
            #                            ^^^^^^ The mount path ".cache" of "shop" is not absolute. Begin it with a slash.
            - { name: bucket, mountPath: "data:ro" }
            #                            ^^^^^^^^^ The mount path "data:ro" of "shop" is not absolute. Begin it with a slash.
        - name: search
          image: docker.io/acme/search:1.4.2
          volumeMounts: [{ name: none, mountPath: /dev/shm }]
      volumes:
        - name: bucket
          csi: { driver: gcsfuse.run.googleapis.com, volumeAttributes: { bucketName: acme-shop } }
  `,
];
