import { template } from '../../../src/examples.ts';

export default [
  // Nothing but its image is said of it, so the flag is not set.
  template`
    spec:
      containers:
        - name: proxy
    #           ^^^^^ "proxy" renews its certificates in the background, but has CPU only while a request is handled. Add "--lazy-refresh".
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.16.0
  `,
  // The Spanner adapter renews nothing in the background.
  template`
    spec:
      containers:
        - name: pgadapter
          image: gcr.io/cloud-spanner-pg-adapter/pgadapter:v0.41.0
          ports:
            - containerPort: 5432
  `,
  // A shipper of logs is no database proxy.
  template`
    spec:
      containers:
        - name: syslog
          image: docker.io/fluent/fluent-bit:4.0.8
          ports:
            - containerPort: 5140
  `,
  // A release that has no number may be one that has the flag.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
        - name: proxy
    #           ^^^^^ "proxy" renews its certificates in the background, but has CPU only while a request is handled. Add "--lazy-refresh".
          image: docker.io/acme/proxy:stable
          args: ["acme-prod:europe-west1:orders"]
  `,
  // A release that is older does not have the flag.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
        - name: proxy
    #           ^^^^^ "proxy" renews its certificates in the background, but has CPU only while a request is handled. Move to release 2.11.0 or later and add "--lazy-refresh".
          image: docker.io/acme/search:1.4.2
          args: ["acme-prod:europe-west1:orders"]
  `,
  // A configuration of the team's own may set it.
  template`
    spec:
      containers:
        - name: proxy
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
          args: ["--config-file=/config/proxy.conf"]
  `,
  // Written as a flag of the first generation: "unknown-proxy-flag" reports that.
  template`
    spec:
      containers:
        - name: proxy
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
          args: ["--lazy_refresh"]
  `,
  // The variable does what the flag does.
  template`
    spec:
      containers:
        - name: alloydb
          image: gcr.io/alloydb-connectors/alloydb-auth-proxy:1.13.0
          env:
            - { name: ALLOYDB_PROXY_LAZY_REFRESH, value: "true" }
  `,
  // A command that is the image's own changes nothing.
  template`
    spec:
      containers:
        - name: proxy
    #           ^^^^^ "proxy" renews its certificates in the background, but has CPU only while a request is handled. Add "--lazy-refresh".
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
          command: ["/cloud_sql_proxy"]
          args: []
  `,
];

export const equivalent = {
  'since !== undefined -> true': 'Narrows the type: no release is older than none.',
};
