import { manifest } from '../../../src/examples.ts';

export default [
  manifest`
    apiVersion: serving.knative.dev/v1
    kind: Service
    metadata:
      name: shop
      annotations:
        run.googleapis.com/manualInstanceCount: "3"
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ A fixed number of instances needs manual scaling. Set "run.googleapis.com/scalingMode" to "manual".
    spec:
      template:
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
        run.googleapis.com/scalingMode: ~
        run.googleapis.com/manualInstanceCount: "3"
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ A fixed number of instances needs manual scaling. Set "run.googleapis.com/scalingMode" to "manual".
    spec:
      template:
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
        run.googleapis.com/scalingMode: automatic
    spec:
      template:
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
        run.googleapis.com/scalingMode: manual
        run.googleapis.com/manualInstanceCount: "3"
        run.googleapis.com/minScale: "2"
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^ A service with manual scaling has no bounds to scale between. Remove "run.googleapis.com/minScale".
        run.googleapis.com/maxScale: "0"
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^ A service with manual scaling has no bounds to scale between. Remove "run.googleapis.com/maxScale".
    spec:
      template:
        spec:
          containers:
            - image: docker.io/acme/shop:1.4.2
  `,
];
