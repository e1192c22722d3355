import { template } from '../../../src/examples.ts';

export default [
  template`
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
          args: [--storage, nfs]
      volumes:
        - name: data
          csi: { driver: gcsfuse.run.googleapis.com, volumeAttributes: { bucketName: acme-shop } }
  `,
  template`
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
      volumes:
        - name: data
          nfs: { path: /data }
      #   ^^^ No VPC network is connected, so the NFS server cannot be reached. Add "run.googleapis.com/network-interfaces" to the template.
        - name: more
          nfs: { server: "\${NFS_SERVER}", path: /more }
          #              ^^^^^^^^^^^^^^^ No VPC network is connected, so the NFS server cannot be reached. Add "run.googleapis.com/network-interfaces" to the template.
  `,
];
