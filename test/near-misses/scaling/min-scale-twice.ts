import { manifest, template } from '../../../src/examples.ts';

export default [
  template`
    metadata:
      annotations:
        autoscaling.knative.dev/minScale: "1"
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
  `,
  manifest`
    apiVersion: serving.knative.dev/v1
    kind: Service
    metadata:
      name: shop
      labels:
        run.googleapis.com/minScale: none
    spec:
      template:
        metadata:
          annotations:
            autoscaling.knative.dev/minScale: "2"
        spec:
          containers:
            - image: docker.io/acme/shop:1.4.2
  `,
  manifest`
    apiVersion: serving.knative.dev/v1
    kind: Service
    metadata:
      name: shop
      annotations:
        run.googleapis.com/minScale: "0"
    spec:
      template:
        metadata:
          annotations:
            autoscaling.knative.dev/minScale: "2"
        spec:
          containers:
            - image: docker.io/acme/shop:1.4.2
  `,
];
