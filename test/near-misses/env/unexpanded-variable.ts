import { template } from '../../../src/examples.ts';

export default [
  // Only the container with the port is given one, and a program may know what to do with a greeting in brackets.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
        - name: search
          image: docker.io/acme/search:1.4.2
          args: [--port=$(PORT), --greeting=$(GREETING)]
  `,
  // What Cloud Run sets itself is set, too; each mark of a text has its own place.
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
];

export const equivalent = {
  "!field.text?.includes('$(') -> false": 'Speed, and for types: the pattern begins so.',
};
