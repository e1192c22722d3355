import { manifest } from '../../../src/examples.ts';

export default [
  manifest`
    apiVersion: serving.knative.dev/v1
    kind: Service
    metadata:
      name: shop
      labels: { "\${TEAM_LABEL}": checkout }
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
      labels: { team: checkout }
    # ^^^^^^ The label "team" is not on the template, so billing and logs do not see it.
    spec:
      template:
        spec:
          containers:
            - image: docker.io/acme/shop:1.4.2
  `,
];
