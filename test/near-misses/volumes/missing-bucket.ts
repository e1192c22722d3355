import { template } from '../../../src/examples.ts';

export default [
  template`
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
      volumes:
        - name: uploads
          csi:
            driver: gcsfuse.run.googleapis.com
            {{- include "shop.bucket" . }}
  `,
  template`
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
      volumes:
        - name: frames
          csi: { driver: gcsfuse.run.googleapis.com, volumeAttributes: "%ATTRIBUTES%" }
        - name: uploads
          csi: { driver: gcsfuse.csi.storage.gke.io }
        - name: models
          csi: { driver: gcsfuse.run.googleapis.com, volumeAttributes: { bucketName: acme-models } }
  `,
];
