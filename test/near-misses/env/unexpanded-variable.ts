import { template } from '../../../src/examples.ts';

export default [
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
        - name: search
          image: docker.io/acme/search:1.4.2
          args: [--port=$(PORT), --greeting=$(GREETING)]
        - name: cache
          image: docker.io/acme/cache:1.4.2
          command: [/cache]
          args: [--port, $PORT]
  `,
  // Something else fills in marks of this form before the deploy.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          command: [/shop]
          args: [--region, $REGION]
        - name: search
          image: docker.io/acme/search:1.4.2
          command: [/search]
          args: [--service, $K_SERVICE]
          env:
            - name: K_SERVICE
              value: search
  `,
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          command: [/shop]
          args: [--service=$(K_SERVICE), --revision=$(K_REVISION), --again=$(K_SERVICE)/$(K_SERVICE)]
          #                                                                ^^^^^^^^^^^^ Cloud Run does not replace "$(K_SERVICE)" in "shop", but passes it on as it is. Write the value of "K_SERVICE" itself.
          #                                         ^^^^^^^^^^^^^ Cloud Run does not replace "$(K_REVISION)" in "shop", but passes it on as it is. Write the value of "K_REVISION" itself.
          #                ^^^^^^^^^^^^ Cloud Run does not replace "$(K_SERVICE)" in "shop", but passes it on as it is. Write the value of "K_SERVICE" itself.
          env:
            - value: $(LOG_LEVEL)
  `,
  // The image may replace what Cloud Run does not set.
  template`
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
          command: [/shop]
          args: [--region, $REGION]
  `,
  template`
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
          command: [/shop]
          args: [--service, $K_SERVICE]
          #                 ^^^^^^^^^^ Without a shell nothing replaces "$K_SERVICE", so the program gets it as it is. Start the program with "sh -c".
  `,
  template`
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
          command: [/shop]
          args: [--service, $K_SERVICE]
          env:
            - name: K_SERVICE
              value: search
  `,
];

export const equivalent = {
  'found.length === 0 -> false': 'Speed: no mark is counted where none was found.',
  'name !== undefined -> true': 'For types: nobody writes "$(undefined)".',
  "!field.text?.includes('$(') -> false": 'Speed, and for types: the pattern begins so.',
};
