import { changedTemplate, template } from '../../src/examples.ts';
import { defineRule, deleteEntry, safeFix } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'duplicate-env',
  severity: 'warning',
  appliesTo: 'workload',
  needs: { mentions: ['env'], wholeText: true },
  summary: 'A container sets a variable twice.',
  why: 'The last one wins, without a word. Whoever changes the first one wonders why nothing happens.',
  remedy: 'Keep one of them.',
  help: false,
  references: [
    'https://cloud.google.com/run/docs/configuring/services/environment-variables',
    'https://cloud.google.com/run/docs/reference/rest/v1/Container',
  ],
  fixable: 'safe',
  bad: [
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            env:
              - name: LOG_LEVEL
      #               ~~~~~~~~~ It is set here first.
                value: info
              - name: CURRENCY
                value: EUR
              - name: LOG_LEVEL
      #               ^^^^^^^^^ "LOG_LEVEL" is set already. Keep only the last one, which wins.
                value: debug
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: search
            image: docker.io/acme/search:1.4.2
            env:
              - { name: PORT, value: "9000" }
      #                 ~~~~ It is set here first.
              - { name: PORT, value: "9000" }
      #                 ^^^^ "PORT" of "search" is set already. Keep only the last one, which wins.
    `,
  ],
  good: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            env:
              - { name: LOG_LEVEL, value: info }
              - { name: log_level, value: info }
          - name: search
            image: docker.io/acme/search:1.4.2
            env:
              - { name: LOG_LEVEL, value: debug }
    `,
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            env:
              - { name: "%PREFIX%_LEVEL", value: info }
              - { name: "%PREFIX%_LEVEL", value: debug }
    `,
  ],
  fixes: {
    block: changedTemplate`
          spec:
            containers:
              - image: docker.io/acme/web:1.2.3
                env:
        <         - name: LOG_LEVEL
        <           value: info
                  - name: MODE
                    value: all
                  - name: LOG_LEVEL
                    value: debug
      `,
    flow: changedTemplate`
          spec:
            containers:
              - image: docker.io/acme/web:1.2.3
        <       env: [{ name: LOG_LEVEL, value: info }, { name: LOG_LEVEL, value: debug }]
        >       env: [{ name: LOG_LEVEL, value: debug }]
      `,
  },
  *check(workload) {
    for (const container of workload.containers) {
      for (const { variable, first } of container.repeatedVariables) {
        if (first.isFromSecret || variable.isFromSecret) continue;
        yield {
          on: variable.field.get('name'),
          message: `"${variable.name}"${container.after('of')} is set already. Keep only the last one, which wins.`,
          // Safe: nothing reads the first value, for the last one wins.
          fix: safeFix('Remove the first', deleteEntry(first.field)),
          related: [{ on: first.field.get('name'), message: 'It is set here first.' }],
        };
      }
    }
  },
});
