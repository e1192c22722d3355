import { template } from '../../../src/examples.ts';

export default [
  // Not everything that pools connections takes credentials from a file.
  template`
    spec:
      containers:
        - name: bouncer
          image: docker.io/edoburu/pgbouncer:v1.23.1-p2
  `,
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
        - name: alloydb
          image: gcr.io/alloydb-connectors/alloydb-auth-proxy:1.13.0
          args:
            - --credentials-file=/secrets/key.json
            #                    ^^^^^^^^^^^^^^^^^ "alloydb" logs in with a key given by "--credentials-file" instead of the service's own identity.
            #  = Remove "--credentials-file", and give the service account of the workload access to the database: "roles/alloydb.client".
            - projects/acme-prod/locations/europe-west1/clusters/shop/instances/main
  `,
];
