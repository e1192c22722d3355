import { template } from '../../../src/examples.ts';

export default [
  template`
    metadata:
      annotations:
        run.googleapis.com/vpc-access-egress: all-traffic
        run.googleapis.com/network-interfaces: '[{"network":"acme","subnetwork":"run"}]'
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
  `,
];
