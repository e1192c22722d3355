import { manifest } from '../../../src/examples.ts';

export default [
  manifest`
    apiVersion: serving.knative.dev/v1
    kind: Service
    metadata:
      name: shop
      labels:
        "\${TEAM_LABEL}": checkout
        team:
        floor: 7
        stage: STAGE
        region: "\${REGION}"
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
        the-team-that-is-woken-up-when-the-shop-is-down-in-the-small-hours: checkout
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The label key "the-team-that-is-woken-up-when-the-shop-is-down-in-the-small-hours" has more than 63 characters.
        purpose: takes-the-orders-of-the-shop-and-asks-for-the-money-and-the-address
        #        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The label value "takes-the-orders-of-the-shop-and-asks-for-the-money-and-the-address" has more than 63 characters.
    spec:
      template:
        spec:
          containers:
            - image: docker.io/acme/shop:1.4.2
  `,
];

export const equivalent = {
  'value === undefined -> false': 'For types: "undefined" would be a label in order.',
};
