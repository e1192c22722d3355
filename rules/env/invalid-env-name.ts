import { template } from '../../src/examples.ts';
import { defineRule, say, setting } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'invalid-env-name',
  severity: 'error',
  refused: true,
  appliesTo: 'workload',
  needs: { mentions: ['env'] },
  summary: 'A variable has a name that cannot be set.',
  why: 'A name holds no `=` (which ends it), and does not begin with `X_GOOGLE_`, which Google keeps for itself.',
  remedy: 'Choose a name of letters, digits and underscores that does not begin with a digit.',
  help: false,
  references: [
    'https://cloud.google.com/run/docs/configuring/services/environment-variables',
    'https://cloud.google.com/run/docs/reference/rest/v1/Container#EnvVar',
  ],
  bad: [
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            env:
              - name: CURRENCY=EUR
      #               ^^^^^^^^^^^^ The variable name "CURRENCY=EUR" contains "=". Write "name: CURRENCY" and "value: EUR".
    `,
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            env:
              - name: X_GOOGLE_SHOP_MODE
      #               ^^^^^^^^^^^^^^^^^^ The variable name "X_GOOGLE_SHOP_MODE" is reserved, as is all that begins with "X_GOOGLE_". Choose another.
                value: fast
    `,
  ],
  good: [
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            env:
              - name: spring.datasource.url
                value: jdbc:postgresql://localhost/orders?user=shop
              - name: APP__CACHE__SIZE
                value: a=b
    `,
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            env:
              - name: GOOGLE_CLOUD_PROJECT
                value: acme-prod
              - name: "\${PREFIX=SHOP}_MODE"
                value: fast
    `,
  ],
  *check(workload) {
    for (const container of workload.containers) {
      for (const variable of container.env) {
        const on = variable.field.get('name');
        const { name } = variable;
        if (name === undefined) continue;
        const its = `The variable name "${name}"${container.after('in')}`;
        if (name.includes('=')) {
          const [first = '', rest = ''] = name.split(/=(.*)/s);
          const instead =
            first === ''
              ? 'Write a name without it.'
              : say`Write ${setting('name', first)} and ${setting('value', rest)}.`;
          yield { on, message: say`${its} contains "=". ${instead}` };
        } else if (name.startsWith('X_GOOGLE_')) {
          yield { on, message: `${its} is reserved, as is all that begins with "X_GOOGLE_". Choose another.` };
        }
      }
    }
  },
});
