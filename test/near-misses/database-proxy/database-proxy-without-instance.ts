import { template } from '../../../src/examples.ts';

export default [
  // A secret may hold the name, and what has the form of neither product is left to the proxy.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
        - name: proxy
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
          env:
            - name: CSQL_PROXY_INSTANCE_CONNECTION_NAME
              valueFrom: { secretKeyRef: { name: instance, key: "1" } }
        - name: other
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
          args: ["--port=5433", "orders.db.acme.example"]
  `,
  // A script may give it, and other programs want none.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
        - name: proxy
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
          command: [/scripts/start.sh]
        - name: version
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
          command: [/wait-for-it]
        - name: joined
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
          args: ["--port 5432"]
  `,
  // Here it turns on `args.exists`, `program`.
  template`
    spec:
      containers:
        - name: alloydb
    #           ^^^^^^^ "alloydb" has no database instance to connect to.
          image: gcr.io/alloydb-connectors/alloydb-auth-proxy:1.13.0
  `,
  // Here it turns on `!connector`.
  template`
    spec:
      containers:
        - name: policy
          image: docker.io/openpolicyagent/opa:1.0.0
  `,
  // Here it turns on `!member.isCertain`.
  template`
    spec:
      containers:
        - name: alloydb
          image: GCR.IO/ALLOYDB-CONNECTORS/ALLOYDB-AUTH-PROXY:1.13.0
          args: ["acme-prod:europe-west1:shop"]
  `,
  // Here it turns on `settings.mayHideSome`.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
        - name: alloydb
          image: gcr.io/alloydb-connectors/alloydb-auth-proxy:1.13.0
          args: ["acme-prod:europe-west1:shop"]
    {{- include "shop.more" . }}
  `,
  // Here it turns on `[...otherwise, '-instances', '--instances'].some((flag) => settings.given(flag))`.
  template`
    spec:
      containers:
        - name: proxy
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
          args:
            - -instances=acme-prod:europe-west1:orders=tcp:5432
  `,
  // The instance is filled in.
  template`
    spec:
      containers:
        - { name: shop, image: "docker.io/acme/shop:1.4.2", ports: [{ containerPort: 8080 }] }
        - { name: proxy, image: "gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1", args: ["--port=5432", "\${INSTANCE}"] }
  `,
  // The program by its own name, and a value that is no instance.
  template`
    spec:
      containers:
        - { name: shop, image: "docker.io/acme/shop:1.4.2", ports: [{ containerPort: 8080 }] }
        - name: proxy
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
          command: [/cloud-sql-proxy]
          args: ["--port", "5432"]
    #     ^^^^ "proxy" has no database instance to connect to.
  `,
  // A wrapper of the team's own starts it.
  template`
    spec:
      containers:
        - { name: shop, image: "docker.io/acme/shop:1.4.2", ports: [{ containerPort: 8080 }] }
        - { name: proxy, image: "gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1", command: [/wait-for-it, "--timeout=30"], args: ["--port=5432"] }
  `,
];
