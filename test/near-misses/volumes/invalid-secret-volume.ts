import { template } from '../../../src/examples.ts';

export default [
  template`
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
          volumeMounts: [{ name: shop, mountPath: /secrets }]
      volumes:
        - name: shop
          secret:
            secretName: shop
            items:
              - key: "4"
                path: ./
    #                 ^^ The path "./" of the volume "shop" is the folder itself. Write the name of the file.
  `,
];
