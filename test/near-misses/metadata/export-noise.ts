import { manifest } from '../../../src/examples.ts';

export default [
  // Neither is noise on this side: the one says nothing as a label, the other nothing as an annotation.
  manifest`
    apiVersion: serving.knative.dev/v1
    kind: Service
    metadata:
      name: shop
      labels:
        run.googleapis.com/client-name: gcloud
      annotations:
        run.googleapis.com/satisfiesPzs: "true"
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
      labels:
        cloud.googleapis.com/location: europe-west1
      annotations:
        serving.knative.dev/creator: ann@acme.example
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^ Cloud Run or a tool wrote "serving.knative.dev/creator" and "client.knative.dev/user-image". Leave them out of a file that is kept.
    spec:
      template:
        metadata:
          annotations:
            client.knative.dev/user-image: docker.io/acme/shop:1.4.2
        spec:
          containers:
            - image: docker.io/acme/shop:1.4.2
  `,
];
