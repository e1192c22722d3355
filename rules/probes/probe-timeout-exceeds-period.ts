import { template } from '../../src/examples.ts';
import { defineRule, fieldName, say } from '../../src/rule-kit.ts';

/** The refusal that is published, of a startup probe. */
const startupRefusal = 'startup_probe.timeout_seconds: must be less than period_seconds';

export default defineRule({
  id: 'probe-timeout-exceeds-period',
  severity: 'error',
  appliesTo: 'workload',
  needs: { mentions: ['startupProbe', 'livenessProbe'] },
  summary: 'A probe may take longer than the time until the next one.',
  why: 'Cloud Run refuses a startup or liveness probe whose `timeoutSeconds` is more than its `periodSeconds`. Equal numbers are taken, whatever its message says. Without a period it is 10 seconds, without a timeout 1.',
  remedy: 'Raise `periodSeconds` to the timeout, or lower `timeoutSeconds`.',
  help: false,
  references: ['https://cloud.google.com/run/docs/configuring/healthchecks'],
  predicts: [startupRefusal],
  bad: [
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            startupProbe:
              timeoutSeconds: 30
      #                       ^^ The startup probe may take 30 s, but is repeated after 10 s, the default. Write at most 10, or a "periodSeconds" of at least 30.
              failureThreshold: 3
              httpGet:
                path: /healthz
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: search
            image: docker.io/acme/search:1.4.2
            livenessProbe:
              periodSeconds: 3
      #                      ~ The period is here.
              timeoutSeconds: 5
      #                       ^ The liveness probe of "search" may take 5 s, but is repeated after 3 s. Write at most 3, or a "periodSeconds" of at least 5.
              httpGet:
                path: /healthz
                port: 9000
    `,
  ],
  good: [
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            startupProbe:
              timeoutSeconds: 10
              httpGet:
                path: /healthz
            livenessProbe:
              periodSeconds: 1
              httpGet:
                path: /healthz
    `,
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            startupProbe:
              periodSeconds: "%PERIOD%"
              timeoutSeconds: 30
              httpGet:
                path: /healthz
    `,
  ],
  *check(workload) {
    for (const container of workload.containers) {
      for (const probe of [container.startupProbe, container.livenessProbe]) {
        const { timeoutSeconds: timeout, periodSeconds: period } = probe;
        if (timeout === undefined || period === undefined || timeout <= period) continue;
        const every = probe.field.get('periodSeconds');
        const other = every.value ? '' : ', the default';
        yield {
          on: probe.field.get('timeoutSeconds'),
          message: say`The ${probe.label}${container.after('of')} may take ${timeout} s, but is repeated after ${period} s${other}. Write at most ${period}, or a ${fieldName('periodSeconds')} of at least ${timeout}.`,
          predicts: probe.kind === 'startupProbe' ? startupRefusal : undefined,
          related: every.value ? [{ on: every, message: 'The period is here.' }] : [],
        };
      }
    }
  },
});
