import { manifest } from '../../../src/examples.ts';

export default [
  manifest`
    apiVersion: serving.knative.dev/v1
    kind: Service
    metadata:
      name: shop
      labels: { cloud.googleapis.com/location: europe-west1 }
    spec:
      template:
        metadata:
          annotations:
            autoscaling.knative.dev/target: "80"
        spec:
          containers:
            - image: docker.io/acme/shop:1.4.2
  `,
];
