import { manifest, template } from '../../../src/examples.ts';

export default [
  template`
    metadata:
      annotations:
        run.googleapis.com/scaling-cpu-target: "0.7"
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
  `,
  manifest`
    apiVersion: run.googleapis.com/v1
    kind: WorkerPool
    metadata:
      name: pullers
      annotations:
        run.googleapis.com/scalingMode: automatic
        run.googleapis.com/scaling-cpu-target: "0.7"
    spec:
      template:
        metadata:
          annotations:
            run.googleapis.com/execution-environment: gen2
        spec:
          containers:
            - image: docker.io/acme/puller:1.4.2
  `,
  manifest`
    apiVersion: run.googleapis.com/v1
    kind: Job
    metadata:
      name: report
      annotations:
        run.googleapis.com/ambient-networking: shop
        run.googleapis.com/urls: '["https://report.example.com"]'
        run.googleapis.com/ingress:
    spec:
      template:
        spec:
          template:
            spec:
              containers:
                - image: docker.io/acme/report:1.4.2
  `,
  manifest`
    apiVersion: run.googleapis.com/v1
    kind: WorkerPool
    metadata:
      name: pullers
    spec:
      template:
        metadata:
          annotations:
            run.googleapis.com/minScale: "2"
        #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^ "run.googleapis.com/minScale" is documented for a worker pool as a whole, not for its template.
        spec:
          containers:
            - image: docker.io/acme/puller:1.4.2
  `,
  manifest`
    apiVersion: serving.knative.dev/v1
    kind: Service
    metadata:
      name: shop
      annotations:
        run.googleapis.com/execution-environment: gen2
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "run.googleapis.com/execution-environment" is documented for the template, not for a service as a whole. Remove it here: it stands on the template already.
    spec:
      template:
        metadata:
          annotations:
            run.googleapis.com/execution-environment: gen1
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
        run.googleapis.com/execution-environment: [gen2]
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "run.googleapis.com/execution-environment" is documented for the template, not for a service as a whole. Set it on the template.
    spec:
      template:
        spec:
          containers:
            - image: docker.io/acme/shop:1.4.2
  `,
];
