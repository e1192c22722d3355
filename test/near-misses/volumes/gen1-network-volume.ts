import { template } from '../../../src/examples.ts';

export default [
  template`
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
          volumeMounts:
            - name: uploads
              mountPath: /uploads
      volumes:
        - name: uploads
          csi:
            driver: gcsfuse.run.googleapis.com
            volumeAttributes:
              bucketName: acme-uploads
  `,
];
