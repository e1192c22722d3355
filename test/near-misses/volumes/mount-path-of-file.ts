import { template } from '../../../src/examples.ts';

export default [
  template`
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
          volumeMounts: [{ name: config, mountPath: /config.yaml }, { name: sites, mountPath: /etc/nginx/conf.d }]
      volumes:
        - name: config
          secret: { secretName: shop-config, items: [{ key: "3", path: config.yaml }] }
        - name: sites
          secret: { secretName: shop-sites, items: [{ key: "3", path: shop.conf }] }
  `,
];
