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
  template`
    metadata:
      annotations:
        run.googleapis.com/execution-environment: gen2
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
          args: [--sandbox, gen1]
      volumes:
        - name: data
          csi: { driver: gcsfuse.run.googleapis.com, volumeAttributes: { bucketName: acme-shop } }
  `,
  template`
    metadata:
      annotations:
        run.googleapis.com/execution-environment: gen1
        #                                         ^^^^ The execution environment "gen1" cannot mount a volume, a bucket. Write "gen2".
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
      volumes:
        - csi: { driver: gcsfuse.run.googleapis.com, volumeAttributes: { bucketName: acme-shop } }
  `,
];
