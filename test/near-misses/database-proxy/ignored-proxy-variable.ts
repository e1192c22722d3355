import { template } from '../../../src/examples.ts';

export default [
  // A variable of another proxy's is reported without one to write, for what it means is not known.
  template`
    spec:
      containers:
        - name: proxy
          image: gcr.io/alloydb-connectors/alloydb-auth-proxy:1.13.0
          env:
            - { name: CSQL_PROXY_HEALTHCHECK }
    #                 ^^^^^^^^^^^^^^^^^^^^^^ "proxy" runs AlloyDB Auth Proxy, which does not read "CSQL_PROXY_HEALTHCHECK".
  `,
  // A name that is filled in may be any.
  template`
    spec:
      containers:
        - name: proxy
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
          env:
            - { name: "\${NAME}", value: "true" }
  `,
  // An image of the team's own may read other variables.
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
  // What became of the variable is the one to write.
  template`
    spec:
      containers:
        - name: proxy
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
          env: [{ name: CSQL_PROXY_HOST }]
    #                   ^^^^^^^^^^^^^^^ "proxy" runs Cloud SQL Auth Proxy, which does not read "CSQL_PROXY_HOST". Write "CSQL_PROXY_SQLADMIN_API_ENDPOINT".
  `,
  // A variable of the Cloud SQL Auth Proxy's has no counterpart here.
  template`
    spec:
      containers:
        - name: proxy
          image: gcr.io/alloydb-connectors/alloydb-auth-proxy:1.13.0
          env: [{ name: CSQL_PROXY_SQL_DATA_ENDPOINT }]
    #                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "proxy" runs AlloyDB Auth Proxy, which does not read "CSQL_PROXY_SQL_DATA_ENDPOINT".
  `,
  // Other letter case than the maker's may be meant for somebody else.
  template`
    spec:
      containers:
        - name: alloydb
          image: gcr.io/alloydb-connectors/alloydb-auth-proxy:1.13.0
          env:
            - name: ALLOYDB_PROXY_INSTANCE_URIs
  `,
  // The application may read a variable of this name itself.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/library/redis:7.4
          ports: [{ containerPort: 8080 }]
          env: [{ name: CSQL_PROXY_HOST }]
  `,
  // The instance alone, or several with a number.
  template`
    spec:
      containers:
        - { name: shop, image: "docker.io/acme/shop:1.4.2", ports: [{ containerPort: 8080 }] }
        - { name: proxy, image: "gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1", env: [{ name: CSQL_PROXY_INSTANCE_CONNECTION_NAME, value: "acme-prod:europe-west1:orders" }] }
        - { name: second, image: "gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1", env: [{ name: CSQL_PROXY_INSTANCE_CONNECTION_NAME_0, value: "acme-prod:europe-west1:orders" }] }
  `,
  // The instance in a variable of its own, or in several with numbers.
  template`
    spec:
      containers:
        - { name: shop, image: "docker.io/acme/shop:1.4.2", ports: [{ containerPort: 8080 }] }
        - { name: proxy, image: "gcr.io/alloydb-connectors/alloydb-auth-proxy:1.13.3", env: [{ name: ALLOYDB_PROXY_INSTANCE_URI, value: "projects/acme-prod/locations/europe-west1/clusters/shop/instances/main" }, { name: ALLOYDB_PROXY_INSTANCE_URI_1, value: "projects/acme-prod/locations/europe-west1/clusters/shop/instances/stock" }] }
  `,
];

export const equivalent = {
  'known === undefined -> false': 'Narrows the type: nothing is called "undefined".',
};
