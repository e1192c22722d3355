import { template } from '../../../src/examples.ts';

export default [
  // Here it turns on `bare === value`.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          env:
            - name: DD_SITE
              value: 127.0.0.1:8080
    #                ^^^^^^^^^^^^^^ "DD_SITE" of "shop" is "127.0.0.1:8080", which is no Datadog site.
  `,
  // Here it turns on `sites.includes(name)`.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          env:
            - name: DD_SITE
              value: datadoghq.eu
  `,
  // Here it turns on `/\..*\./.test(bare)`.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          env:
            - name: DD_SITE
              value: shop
    #                ^^^^ "DD_SITE" of "shop" is "shop", which is no Datadog site.
  `,
  // Here it turns on `!/d(?:ata)?d[o0]g/.test(bare)`.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          env:
            - name: DD_SITE
              value: ca1.datadoghq.coms
    #                ^^^^^^^^^^^^^^^^^^ "DD_SITE" of "shop" is "ca1.datadoghq.coms", which is no Datadog site. Did you mean "ap1.datadoghq.com"?
  `,
];
