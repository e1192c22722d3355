import { template } from '../../../src/examples.ts';

export default [
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          command: []
        - name: search
          image: docker.io/acme/search:1.4.2
          command: [""]
        - name: report
          image: docker.io/acme/report:1.4.2
          command: ["__PROGRAM__ serve"]
        - name: app
          image: docker.io/acme/app:1.4.2
          command: ["acme:europe-west1:shop"]
        - name: database
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.18.0
          command: [/cloud-sql-proxy]
          args: ["acme:europe-west1:shop"]
        - name: export
          image: docker.io/acme/export:1.4.2
          command: ["acme-export --daily\n--quiet"]
          #         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "export" would run "acme-export --daily …" as its program. Write each word as an item of its own.
  `,
];

export const equivalent = {
  '!program -> false': 'For types: what is not there has no text.',
  '!text -> false': 'For types: of nothing there is no advice.',
};
