import { template } from '../../../src/examples.ts';

export default [
  // Here it turns on `near === undefined`, `isOwn`.
  template`
    spec:
      containers:
        - name: proxy
          image: gcr.io/alloydb-connectors/alloydb-auth-proxy:1.13.0
          env:
            - { name: CSQL_PROXY_HEALTHCHECK }
    #                 ^^^^^^^^^^^^^^^^^^^^^^ "proxy" is AlloyDB Auth Proxy, which does not read "CSQL_PROXY_HEALTHCHECK".
  `,
  // Here it turns on `!prefix`, `name`.
  template`
    spec:
      containers:
        - name: proxy
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
          env:
            - {}
  `,
  // Here it turns on `!isCertain`.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
        - name: proxy
          image: docker.io/acme/proxy:1.4.2
          env:
            - { name: CSQL_PROXY_HEALTHCHECK }
  `,
  // Here it turns on `stranger.startsWith('--')`.
  template`
    spec:
      containers:
        - name: proxy
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
          env: [{ name: CSQL_PROXY_HOST }]
    #                   ^^^^^^^^^^^^^^^ "proxy" is Cloud SQL Auth Proxy, which does not read "CSQL_PROXY_HOST". Write "CSQL_PROXY_SQLADMIN_API_ENDPOINT".
  `,
  // Here it turns on `isOwn`.
  template`
    spec:
      containers:
        - name: proxy
          image: gcr.io/alloydb-connectors/alloydb-auth-proxy:1.13.0
          env: [{ name: CSQL_PROXY_SQL_DATA_ENDPOINT }]
    #                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "proxy" is AlloyDB Auth Proxy, which does not read "CSQL_PROXY_SQL_DATA_ENDPOINT".
  `,
  // Here it turns on `isOwn`.
  template`
    spec:
      containers:
        - name: alloydb
          image: gcr.io/alloydb-connectors/alloydb-auth-proxy:1.13.0
          env:
            - name: ALLOYDB_PROXY_INSTANCE_URIs
  `,
  // Here it turns on `!connector`.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/library/redis:7.4
          ports: [{ containerPort: 8080 }]
          env: [{ name: CSQL_PROXY_HOST }]
  `,
];
