import { template } from '../../../src/examples.ts';

export default [
  // Filled in under another name, and no variable of the container has that one.
  template`
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
          env:
            - name: DB_PASSWORD
    #               ^^^^^^^^^^^ "DB_PASSWORD" holds a secret in plain text as soon as "$ORDERS_PASSWORD" is filled in. Keep it in Secret Manager and write "valueFrom.secretKeyRef".
              value: $ORDERS_PASSWORD
  `,
  // A part of a value, another kind of mark, and a variable that nobody has named yet.
  template`
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
          env:
            - { name: DB_PASSWORD, value: "x\${DB_PASSWORD}" }
            - { name: MAIL_PASSWORD, value: $(MAIL_PASSWORD) }
            - { name: CACHE_PASSWORD, value: "{{ .Values.password }}" }
            - { value: "\${DB_PASSWORD}" }
  `,
];
