import { template } from '../../../src/examples.ts';

export default [
  // Here it turns on `args.exists`, `isPlain`.
  template`
    spec:
      containers:
        - name: proxy
    #           ^^^^^ "proxy" renews its certificates in the background, but has CPU only while a request is handled. Add "--lazy-refresh".
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.16.0
  `,
  // Here it turns on `!product?.background`.
  template`
    spec:
      containers:
        - name: pgadapter
          image: gcr.io/cloud-spanner-pg-adapter/pgadapter:v0.41.0
          ports:
            - containerPort: 5432
  `,
  // Here it turns on `needs.role`.
  template`
    spec:
      containers:
        - name: syslog
          image: docker.io/fluent/fluent-bit:4.0.8
          ports:
            - containerPort: 5140
  `,
  // Here it turns on `isOld === false`.
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
  // Here it turns on `isOld`.
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
  // Here it turns on `config === 'own'`.
  template`
    spec:
      containers:
        - name: proxy
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
          args: ["--config-file=/config/proxy.conf"]
  `,
  // Here it turns on `words.some(({ text }) => /^--?lazy[-_]refresh/i.test(text))`.
  template`
    spec:
      containers:
        - name: proxy
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
          args: ["--LAZY-REFRESH"]
  `,
  // Here it turns on `settings.isOn(product.background.synchronousWith) !== false`.
  template`
    spec:
      containers:
        - name: alloydb
          image: gcr.io/alloydb-connectors/alloydb-auth-proxy:1.13.0
          env:
            - { name: ALLOYDB_PROXY_LAZY_REFRESH, value: "true" }
  `,
  // Here it turns on `container.command.length === 0`.
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
