import { template } from '../../../src/examples.ts';

export default [
  template`
    spec:
      containers:
        - name: CONTAINER
          image: docker.io/acme/shop:1.4.2
  `,
  template`
    metadata:
      annotations:
        run.googleapis.com/container-dependencies: '{"Shop":["cache"]}'
    spec:
      containers:
        - name: Shop
        #       ^^^^ The container name "Shop" contains "S". Only lowercase letters, digits, "-" and "." are allowed.
        #  = Write "shop", in the start order too.
          image: docker.io/acme/shop:1.4.2
        - name: cache
          image: docker.io/library/redis:7.4
        - name: __
        #       ^^ The container name "__" contains "_". Only lowercase letters, digits, "-" and "." are allowed.
        #  = Write another name.
          image: docker.io/acme/search:1.4.2
  `,
];

export const equivalent = {
  'name === undefined -> false': 'For types: "undefined" would be a name in order.',
};
