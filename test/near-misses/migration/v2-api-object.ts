import { manifest } from '../../../src/examples.ts';

export default [
  manifest`
    name: shop
    template:
      containers: docker.io/acme/shop:1.4.2
  `,
  manifest`
    name: shop
    template:
      containers:
        - name: shop
          build: .
  `,
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
    name: search
    template:
      containers:
        - image: docker.io/acme/search:1.4.2
  `,
  manifest`
    name: report
    template:
      template:
        containers:
    #   ^^^^^^^^^^ This looks like an object of the v2 API, but nothing shows its kind, so it is not checked. Write its full "name", such as "projects/PROJECT/locations/REGION/services/NAME".
          - image: docker.io/acme/report:1.4.2
  `,
];

export const equivalent = {
  '!options.explicit -> false': 'No manifest says whether it was named: test/rules/documents.test.ts does.',
};
