import { manifest } from '../../../src/examples.ts';

export default [
  manifest`
    apiVersion: serving.knative.dev/v1
    kind: Revision
    metadata:
      name: shop-00007
    ---
    apiVersion: serving.knative.dev/v1
    kind: List
    items: []
    ---
    apiVersion: serving.knative.dev/v1
    kind: ServiceList
    items: []
    ---
    apiVersion: apps/v1
    kind: Deployment
    metadata:
      name: shop
    ---
    apiVersion: serving.knative.dev/v1
    kind: { KIND }
    spec:
      template: {}
    ---
    apiVersion: serving.knative.dev/v1
    kind: [Service]
    spec:
      template: {}
  `,
  manifest`
    apiVersion: serving.knative.dev/v1
    kind: Servce
    metadata:
      name: "shop
  `,
  manifest`
    apiVersion: serving.knative.dev/v1
    {{- include "shop.kind" . }}
    spec:
      template:
        spec:
          containers:
            - image: docker.io/acme/shop:1.4.2
  `,
  manifest`
    apiVersion: serving.knative.dev/v1
    kind: ~
    #     ^ This document has no kind. Cloud Run deploys "Service", "Job", "WorkerPool" and "Instance".
    spec:
      template:
        spec:
          containers:
            - image: docker.io/acme/shop:1.4.2
  `,
  manifest`
    apiVersion: serving.knative.dev/v1
    #           ^^^^^^^^^^^^^^^^^^^^^^ This document has no kind. Cloud Run deploys "Service", "Job", "WorkerPool" and "Instance".
    type: Service
    spec:
      template:
        spec:
          containers:
            - image: docker.io/acme/shop:1.4.2
  `,
];
