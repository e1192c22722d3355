import { template } from '../../src/examples.ts';
import { defineRule, fieldName, say } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'conflicting-env-source',
  severity: 'error',
  refused: true,
  appliesTo: 'workload',
  needs: { mentions: ['valueFrom'], wholeText: true },
  summary: 'A variable takes its value from two places.',
  why: 'A variable has a `value` or a `valueFrom`, not both, and one that is bound to a secret can stand only once in its container. Cloud Run refuses the revision.',
  remedy: 'Keep the one that is meant.',
  help: false,
  references: [
    'https://cloud.google.com/run/docs/reference/rest/v1/Container#EnvVar',
    'https://cloud.google.com/run/docs/configuring/services/secrets',
  ],
  bad: [
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            env:
              - name: DB_USER
                value: shop
      #                ~~~~ The value is here.
                valueFrom:
      #         ^^^^^^^^^ "DB_USER" has a "value" and a "valueFrom". Keep one of them.
                  secretKeyRef:
                    name: db-user
                    key: latest
    `,
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            env:
              - name: DB_PASSWORD
      #               ~~~~~~~~~~~ It is set here first.
                valueFrom:
                  secretKeyRef:
                    name: db-password
                    key: "4"
              - name: DB_PASSWORD
      #               ^^^^^^^^^^^ "DB_PASSWORD" is set already, and what is bound to a secret can be set only once. Keep one of them.
                value: "%DB_PASSWORD%"
    `,
  ],
  good: [
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            env:
              - name: DB_USER
                valueFrom:
                  secretKeyRef:
                    name: db-user
                    key: "3"
              - name: DB_NAME
                value: orders
    `,
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            env:
              - name: DB_USER
                value: ""
                valueFrom:
                  secretKeyRef:
                    name: db-user
                    key: latest
              - name: DB_NAME
                value: orders
                valueFrom:
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            env:
              - name: DB_PASSWORD
                valueFrom:
                  secretKeyRef:
                    name: db-password
                    key: "4"
          - name: search
            image: docker.io/acme/search:1.4.2
            env:
              - name: DB_PASSWORD
                valueFrom:
                  secretKeyRef:
                    name: db-password
                    key: "4"
    `,
  ],
  *check(workload) {
    for (const container of workload.containers) {
      for (const { field } of container.env) {
        if (!field.has('valueFrom')) continue;
        const value = field.get('value');
        const from = field.get('valueFrom');
        if (value.exists && !value.isNull && value.text !== '' && !from.isNull) {
          yield {
            on: from.key,
            message: say`"${field.get('name').text ?? ''}"${container.after('of')} has a ${fieldName('value')} and a ${fieldName('valueFrom')}. Keep one of them.`,
            related: [{ on: value, message: 'The value is here.' }],
          };
        }
      }
      for (const { variable, first } of container.repeatedVariables) {
        if (!first.isFromSecret && !variable.isFromSecret) continue;
        yield {
          on: variable.field.get('name'),
          message: `"${variable.name}"${container.after('of')} is set already, and what is bound to a secret can be set only once. Keep one of them.`,
          related: [{ on: first.field.get('name'), message: 'It is set here first.' }],
        };
      }
    }
  },
});
