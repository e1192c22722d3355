import { template } from '../../src/examples.ts';
import { defineRule, disputedFrom, fieldName, say } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'disputed-probe-time',
  severity: 'info',
  appliesTo: 'workload',
  needs: { mentions: ['startupProbe', 'readinessProbe'] },
  summary: 'A time of a probe is between what two documents of Cloud Run allow.',
  why: 'For the delay and the period of a startup probe, the page on health checks allows 600 seconds, and the reference of the API 240. In November 2025 a deploy was refused: `period_seconds must be a number between 0 and 240.` The period of a readiness probe is documented up to 300 seconds, but longer ones were taken.',
  remedy: 'Stay within the lower bound, and raise `failureThreshold` of a startup probe in place of its period.',
  references: [
    'https://cloud.google.com/run/docs/configuring/healthchecks',
    'https://cloud.google.com/run/docs/reference/rest/v1/Container#Probe',
  ],
  bad: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            startupProbe:
              initialDelaySeconds: 241
      #                            ^^^ "initialDelaySeconds" of the startup probe of "shop" is 241, but some documents of Cloud Run allow at most 240.
              periodSeconds: 300
      #                      ^^^ "periodSeconds" of the startup probe of "shop" is 300, but some documents of Cloud Run allow at most 240.
              failureThreshold: 1
              httpGet: { path: /healthz }
            readinessProbe:
              periodSeconds: 301
      #                      ^^^ "periodSeconds" of the readiness probe of "shop" is 301, but some documents of Cloud Run allow at most 300.
              httpGet: { path: /ready }
          - name: cache
            image: docker.io/library/redis:7.4
    `,
  ],
  good: [
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            startupProbe:
              initialDelaySeconds: 240
              periodSeconds: 240
              timeoutSeconds: 240
              failureThreshold: 2
              httpGet: { path: /healthz }
            livenessProbe:
              periodSeconds: 3600
              httpGet: { path: /healthz }
            readinessProbe:
              periodSeconds: 300
              httpGet: { path: /ready }
    `,
  ],
  *check(workload) {
    const hasGpu = workload.gpu.isWanted;
    for (const container of workload.containers) {
      for (const probe of container.probes) {
        for (const [setting, { most, refusedFrom }] of disputedFrom(probe.kind, hasGpu)) {
          const time = probe.field.get(setting);
          const { value = 0 } = time;
          // Beyond what any document allows, it is refused: probe-out-of-range.
          if (value <= most || value > refusedFrom) continue;
          yield {
            on: time,
            message: say`${fieldName(setting)} of the ${probe.label}${container.after('of')} is ${value}, but some documents of Cloud Run allow at most ${most}.`,
            help:
              probe.kind === 'startupProbe' && setting === 'periodSeconds'
                ? say`Write ${most} or less, and raise ${fieldName('failureThreshold')} instead.`
                : `Write ${most} or less.`,
          };
        }
      }
    }
  },
});
