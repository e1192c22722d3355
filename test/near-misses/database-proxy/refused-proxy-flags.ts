import { template } from '../../../src/examples.ts';

export default [
  // Here it turns on `!connector`.
  template`
    spec:
      containers:
        - name: policy
          image: docker.io/openpolicyagent/opa:1.0.0
          args: []
  `,
  // Here it turns on `!member.isCertain`.
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
];
