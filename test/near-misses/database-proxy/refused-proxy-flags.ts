import { template } from '../../../src/examples.ts';

export default [
  // What is no database proxy has other flags.
  template`
    spec:
      containers:
        - name: policy
          image: docker.io/openpolicyagent/opa:1.0.0
          args: []
  `,
  // An image of the team's own may have other flags.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
        - name: proxy
          image: docker.io/acme/proxy:1.4.2
          args: ["--psc", "--sql-data", "acme-prod:europe-west1:orders"]
  `,
  // An address that is filled in.
  template`
    spec:
      containers:
        - { name: shop, image: "docker.io/acme/shop:1.4.2", ports: [{ containerPort: 8080 }] }
        - { name: proxy, image: "gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1", args: ["acme-prod:europe-west1:orders?address=\${ADDRESS}"] }
  `,
  // A switch that is off excludes nothing.
  template`
    spec:
      containers:
        - { name: shop, image: "docker.io/acme/shop:1.4.2", ports: [{ containerPort: 8080 }] }
        - { name: proxy, image: "gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1", args: ["--auto-iam-authn=false", "--token=\${TOKEN}", "acme-prod:europe-west1:orders"] }
  `,
];

export const equivalent = {
  'value === undefined -> false': 'Narrows the type: what has no value is passed over later.',
};
