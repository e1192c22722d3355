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
  manifest`
    apiVersion: serving.knative.dev/v1
    kind: Service
    metadata:
      name: shop
      labels:
        1st-Team: checkout
      # ^^^^^^^^ The label key "1st-Team" may hold only lowercase letters, digits, underscores and hyphens, and begins with a letter.
      #  = Write a key of that form.
        release: "1.0"
        #        ^^^^^ The label value "1.0" may hold only lowercase letters, digits, underscores and hyphens.
        #  = Write "1-0".
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
