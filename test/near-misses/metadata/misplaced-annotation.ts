import { manifest, template } from '../../../src/examples.ts';

export default [
  manifest`
    apiVersion: serving.knative.dev/v1
    kind: Service
    metadata:
      name: shop
      annotations:
        run.googleapis.com/mesh: projects/acme/locations/global/meshes/shop
        run.googleapis.com/cpu-throttling:
    spec:
      template:
        metadata:
          annotations:
            run.googleapis.com/urls: '["https://shop.example.com"]'
        spec:
          containers:
            - image: docker.io/acme/shop:1.4.2
  `,
  // No level of a job has it: there is no better place to name.
  manifest`
    apiVersion: run.googleapis.com/v1
    kind: Job
    metadata:
      name: report
      annotations:
        run.googleapis.com/ingress: internal
    spec:
      template:
        spec:
          template:
            spec:
              containers:
                - image: docker.io/acme/report:1.4.2
  `,
  manifest`
    apiVersion: serving.knative.dev/v1
    kind: Service
    metadata:
      name: shop
      annotations:
        run.googleapis.com/network-interfaces: [{ network: default }]
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "run.googleapis.com/network-interfaces" belongs on the template, in "spec.template.metadata.annotations".
        run.googleapis.com/cpu-throttling: "true"
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "run.googleapis.com/cpu-throttling" belongs on the template, in "spec.template.metadata.annotations".
    spec:
      template:
        metadata:
          annotations:
            run.googleapis.com/cpu-throttling: "false"
        spec:
          containers:
            - image: docker.io/acme/shop:1.4.2
  `,
  // Everybody could call it once it stood in its place: no fix does that.
  template`
    metadata:
      annotations:
        run.googleapis.com/invoker-iam-disabled: "true"
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "run.googleapis.com/invoker-iam-disabled" belongs on the service, in "metadata.annotations".
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
  `,
];
