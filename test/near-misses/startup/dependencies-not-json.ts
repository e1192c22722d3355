import { template } from '../../../src/examples.ts';

export default [
  // A mapping in place of JSON is reported by "malformed-dependencies".
  template`
    metadata:
      annotations:
        run.googleapis.com/container-dependencies: {}
  `,
  // An empty annotation says nothing.
  template`
    metadata:
      annotations:
        run.googleapis.com/container-dependencies: ""
  `,
  // What is filled in may be JSON.
  template`
    metadata:
      annotations:
        run.googleapis.com/container-dependencies: "{{ .Values.x }}"
  `,
  // Where the text stands elsewhere or names a container twice, a person has to change it.
  template`
    metadata:
      annotations:
        acme.example/order: &order "{shop: [web]}"
        run.googleapis.com/container-dependencies: *order
    #                                              ^^^^^^ The start order is not JSON, since its names have no double quotes.
    spec:
      containers:
        - { name: shop, image: "docker.io/acme/shop:1.4.2", ports: [{ containerPort: 8080 }] }
        - { name: web, image: "docker.io/acme/web:1.8.2" }
  `,
  template`
    metadata:
      annotations:
        run.googleapis.com/container-dependencies: '{shop: [web], shop: [search]}'
    #                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The start order is not JSON, since its names have no double quotes.
    spec:
      containers:
        - { name: shop, image: "docker.io/acme/shop:1.4.2", ports: [{ containerPort: 8080 }] }
        - { name: web, image: "docker.io/acme/web:1.8.2" }
        - { name: search, image: "docker.io/acme/search:1.4.2" }
  `,
];
