import { manifest, template } from '../../../src/examples.ts';

export default [
  // Cloud Deploy puts what was built in the place of a name without a tag.
  template`
    spec:
      containers:
        - name: shop
          image: shop # from-param: \${image}
        - name: search
          image: docker.io/acme/search
        - name: cache
          image: docker.io/library/redis:latest
  `,
  template`
    spec:
      serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
      containers:
        - name: shop
          image: shop
        - name: cache
          image: docker.io/library/redis:latest
        - name: broken
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
                - image: docker.io/acme/report:latest
                #                             ^^^^^^^ The image "docker.io/acme/report:latest" is whatever is tagged "latest" at the deploy. Write a version or a digest.
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
            - image: docker.io/acme/puller:latest
            #                             ^^^^^^^ The image "docker.io/acme/puller:latest" is whatever is tagged "latest" at the deploy. Write a version or a digest.
  `,
];
