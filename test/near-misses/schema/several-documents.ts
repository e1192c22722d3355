import { manifest } from '../../../src/examples.ts';

export default [
  // For a cluster perhaps, where several documents are fine.
  manifest`
    apiVersion: serving.knative.dev/v1
    kind: Service
    metadata:
      name: shop
    spec:
      template:
        spec:
          containers:
            - image: docker.io/acme/shop:1.4.2
    ---
    apiVersion: serving.knative.dev/v1
    kind: Service
    metadata:
      name: search
    spec:
      template:
        spec:
          containers:
            - image: docker.io/acme/search:1.4.2
  `,
  // The mark of the end begins no document.
  manifest`
    apiVersion: serving.knative.dev/v1
    kind: Service
    metadata:
      name: shop
      labels: { cloud.googleapis.com/location: europe-west1 }
    spec:
      template:
        spec:
          containers:
            - image: docker.io/acme/shop:1.4.2
    ...
    # Deployed by the release job.
  `,
  manifest`
    apiVersion: run.googleapis.com/v1
    kind: Job
    metadata:
      name: report
    spec:
      template:
        spec:
          template:
            spec:
              containers:
                - image: docker.io/acme/report:1.4.2
    ---
    apiVersion: run.googleapis.com/v1
    kind: Job
    #     ^^^ gcloud accepts one document in a file, and this is the second of 2.
    metadata:
      name: sweep
    spec:
      template:
        spec:
          template:
            spec:
              containers:
                - image: docker.io/acme/sweep:1.4.2
  `,
  // Cloud Deploy splits the file first.
  manifest`
    apiVersion: run.googleapis.com/v1
    kind: Job
    metadata:
      name: report
    spec:
      template:
        spec:
          template:
            spec:
              containers:
                - image: docker.io/acme/report:1.4.2 # from-param: \${image}
    ---
    apiVersion: run.googleapis.com/v1
    kind: Job
    metadata:
      name: sweep
    spec:
      template:
        spec:
          template:
            spec:
              containers:
                - image: docker.io/acme/sweep:1.4.2
  `,
  manifest`
    apiVersion: serving.knative.dev/v1
    kind: WorkerPool
    metadata:
      name: pullers
    spec:
      template:
        spec:
          containers:
            - image: docker.io/acme/puller:1.4.2
    ---
    apiVersion: serving.knative.dev/v1
    kind: WorkerPool
    #     ^^^^^^^^^^ gcloud accepts one document in a file, and this is the second of 2.
    metadata:
      name: sweepers
    spec:
      template:
        spec:
          containers:
            - image: docker.io/acme/sweeper:1.4.2
  `,
];

export const equivalent = {
  "(options.target === 'cloud-run' && forGcloud.length > 0) -> false":
    'No manifest says what it is linted for: test/rules/documents.test.ts does.',
  'forGcloud.length > 0 -> true': 'As above: without a target it is not asked.',
};
