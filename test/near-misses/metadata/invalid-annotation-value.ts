import { manifest, template } from '../../../src/examples.ts';

export default [
  template`
    metadata:
      annotations:
        acme.example/owner: "checkout team"
        run.googleapis.com/cpu-throttling: ~
        run.googleapis.com/startup-cpu-boost:
        run.googleapis.com/execution-environment: gen1
        autoscaling.knative.dev/maxScale: 1.5
        run.googleapis.com/base-images: '{"shop":"europe-docker.pkg.dev/acme/base/go:1.23"}'
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
  `,
  // Whether Identity-Aware Proxy takes another word is not documented.
  manifest`
    apiVersion: serving.knative.dev/v1
    kind: Service
    metadata:
      name: shop
      annotations:
        run.googleapis.com/iap-enabled: "enabled"
        run.googleapis.com/launch-stage: beta
        run.googleapis.com/description: Takes the orders of the shop.
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
        run.googleapis.com/description: This service takes the orders of the shop, checks what is in stock, asks the payment provider for the money, writes the order into the database, tells the warehouse what to pack and the customer when it comes, and keeps what accounting wants to know at the end of the month. It is run by the team for the checkout, which answers in the channel for questions of the shop, and whose pager is in the run book. It scales with the orders, and rests at night. What it says of itself lies in the dashboard for the shop, by country.
        #                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "run.googleapis.com/description" takes at most 512 characters.
    spec:
      template:
        spec:
          containers:
            - image: docker.io/acme/shop:1.4.2
  `,
  manifest`
    apiVersion: run.googleapis.com/v1
    kind: Job
    metadata:
      name: report
    spec:
      template:
        metadata:
          annotations:
            run.googleapis.com/execution-environment: gen2
            run.googleapis.com/vpc-access-connector: gen1
        spec:
          template:
            spec:
              containers:
                - image: docker.io/acme/report:1.4.2
  `,
];

export const equivalent = {
  "known.value.kind === 'choice' -> true":
    'For types: a constant of the v2 API is only meant where the annotation takes one of a list.',
};
