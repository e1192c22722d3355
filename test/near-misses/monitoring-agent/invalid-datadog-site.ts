import { template } from '../../../src/examples.ts';

export default [
  // An address of a proxy is no site, whatever port it has.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          env:
            - name: DD_SITE
              value: 127.0.0.1:8080
    #                ^^^^^^^^^^^^^^ "DD_SITE" of "shop" is "127.0.0.1:8080", which is not a Datadog site.
  `,
  // A site of Datadog's.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          env:
            - name: DD_SITE
              value: datadoghq.eu
  `,
  // A bare word is no site.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          env:
            - name: DD_SITE
              value: shop
    #                ^^^^ "DD_SITE" of "shop" is "shop", which is not a Datadog site.
  `,
  // A site of Datadog's with a letter too many is named.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          env:
            - name: DD_SITE
              value: ca1.datadoghq.coms
    #                ^^^^^^^^^^^^^^^^^^ "DD_SITE" of "shop" is "ca1.datadoghq.coms", which is not a Datadog site. Did you mean "ap1.datadoghq.com"?
  `,
  // A site that is filled in, and Datadog's own for its staff.
  template`
    spec:
      containers:
        - { name: shop, image: "docker.io/acme/shop:1.4.2", ports: [{ containerPort: 8080 }], env: [{ name: DD_SITE, valueFrom: { secretKeyRef: { name: site, key: "1" } } }] }
  `,
  template`
    spec:
      containers:
        - { name: shop, image: "docker.io/acme/shop:1.4.2", ports: [{ containerPort: 8080 }], env: [{ name: DD_SITE, value: datad0g.com }] }
  `,
  // A host that belongs to a site.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
          env: [{ name: DD_SITE, value: app.datadoghq.eu }]
    #                                   ^^^^^^^^^^^^^^^^ "DD_SITE" of "shop" is "app.datadoghq.eu", which is not a Datadog site. Write "datadoghq.eu".
  `,
];

export const equivalent = {
  '!site -> false': 'Narrows the type: without the variable there is no value.',
};
