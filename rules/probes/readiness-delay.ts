import { changedTemplate, template } from '../../src/examples.ts';
import { defineRule, deleteEntry, fieldName, safeFix, say } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'readiness-delay',
  severity: 'error',
  appliesTo: 'workload',
  needs: { mentions: ['readinessProbe'] },
  summary: 'A readiness probe has an initial delay, which Cloud Run refuses.',
  why: 'A readiness probe begins once the startup probe has succeeded. Cloud Run has no `initialDelaySeconds` for it, and refuses the revision.',
  remedy: 'Remove `initialDelaySeconds`. What has to happen before the first request belongs into the startup probe.',
  help: false,
  references: ['https://cloud.google.com/run/docs/configuring/healthchecks'],
  predicts: 'Initial delay is not supported for readiness probe',
  predictsAlike: true,
  fixable: 'safe',
  bad: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            readinessProbe:
              initialDelaySeconds: 5
      #       ^^^^^^^^^^^^^^^^^^^ The readiness probe of "shop" has an initial delay, which Cloud Run refuses. Remove "initialDelaySeconds".
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
              initialDelaySeconds: 5
              httpGet: { path: /healthz }
            readinessProbe:
              httpGet: { path: /ready }
    `,
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            startupProbe:
              initialDelaySeconds: 5
              httpGet: { path: /healthz }
            readinessProbe:
              initialDelaySeconds: 0
              httpGet: { path: /ready }
    `,
  ],
  fixes: {
    block: changedTemplate`
          spec:
            containers:
              - image: docker.io/acme/web:1.2.3
                readinessProbe:
        <         initialDelaySeconds: 5
                  httpGet:
                    path: /ready
      `,
    flow: changedTemplate`
          spec:
            containers:
              - image: docker.io/acme/web:1.2.3
        <       readinessProbe: { httpGet: { path: /ready }, initialDelaySeconds: 5 }
        >       readinessProbe: { httpGet: { path: /ready } }
      `,
  },
  *check(workload) {
    for (const container of workload.containers) {
      const delay = container.readinessProbe.field.get('initialDelaySeconds');
      if (!delay.value) continue;
      yield {
        on: delay.key,
        message: say`The readiness probe${container.after('of')} has an initial delay, which Cloud Run refuses. Remove ${fieldName('initialDelaySeconds')}.`,
        // Safe: with it nothing is deployed at all.
        fix: safeFix(say`Remove ${fieldName('initialDelaySeconds')}`, deleteEntry(delay)),
      };
    }
  },
});
