import { template } from '../../../src/examples.ts';

export default [
  // A template line may bring what the proxy reaches the network by.
  template`
    metadata:
      annotations:
        run.googleapis.com/network-interfaces: '[{"network":"default"}]'
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
        - name: alloydb
          image: gcr.io/alloydb-connectors/alloydb-auth-proxy:1.13.0
          args:
            - --run-connection-test
            - projects/acme-prod/locations/europe-west1/clusters/shop/instances/main
    {{- include "shop.more" . }}
  `,
];
