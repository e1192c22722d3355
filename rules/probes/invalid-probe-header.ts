import { template } from '../../src/examples.ts';
import { defineRule, fieldName, say } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'invalid-probe-header',
  severity: 'error',
  refused: true,
  appliesTo: 'workload',
  needs: { mentions: ['httpHeaders'] },
  summary: 'A header of a probe has a name that HTTP does not allow.',
  why: "The name of a header consists of letters, digits and !#$%&'*+.^_`|~-, without blanks and colons. Cloud Run refuses a probe with any other.",
  remedy: 'Write the name alone, such as `X-Probe`; what it holds goes into `value`.',
  help: say`Write the name of the header alone, and what it holds as ${fieldName('value')}.`,
  references: [
    'https://cloud.google.com/run/docs/configuring/healthchecks',
    'https://www.rfc-editor.org/rfc/rfc9110#name-tokens',
  ],
  bad: [
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            startupProbe:
              httpGet:
                path: /healthz
                httpHeaders:
                  - name: X Probe
      #                   ^^^^^^^ "X Probe" of the startup probe is not the name of a header: HTTP allows no " " in it.
                    value: startup
                  - { name: "Host:", value: shop.example }
      #                     ^^^^^^^ "Host:" of the startup probe is not the name of a header: HTTP allows no ":" in it.
    `,
  ],
  good: [
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            startupProbe:
              httpGet:
                path: /healthz
                httpHeaders:
                  - { name: X-Probe_1.0, value: startup of all }
                  - { name: "<the header>", value: x }
    `,
  ],
  *check(workload) {
    for (const container of workload.containers) {
      for (const { field, label } of container.probes) {
        for (const name of field
          .get('httpGet')
          .get('httpHeaders')
          .items.map((header) => header.get('name'))) {
          const wrong = /[^\w!#$%&'*+.^`|~-]/.exec(name.value ?? '')?.[0];
          if (wrong === undefined) continue;
          yield {
            on: name,
            message: `"${name.text}" of the ${label}${container.after('in')} is not the name of a header: HTTP allows no "${wrong}" in it.`,
          };
        }
      }
    }
  },
});
