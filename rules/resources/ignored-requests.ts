import { changedTemplate, template } from '../../src/examples.ts';
import { defineRule, deleteEntry, fieldName, quoteNames, safeFix, say } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'ignored-requests',
  severity: 'info',
  appliesTo: 'workload',
  needs: { mentions: ['requests'] },
  summary: 'A container has resource requests, which do nothing in Cloud Run.',
  why: 'In Kubernetes a request reserves what the limit may exceed. A Cloud Run container gets exactly its limits; no effect of requests is documented. Where they differ from the limits they mislead the reader.',
  remedy: 'Remove `requests` and write what the container needs under `limits`.',
  references: [
    'https://cloud.google.com/run/docs/configuring/services/cpu',
    'https://cloud.google.com/run/docs/reference/rest/v1/Container#ResourceRequirements',
  ],
  fixable: 'safe',
  bad: [
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            resources:
              requests:
      #       ^^^^^^^^ Cloud Run ignores "requests". The limits are what the container gets.
                cpu: 250m
                memory: 128Mi
              limits:
                cpu: "1"
                memory: 512Mi
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            resources:
              limits:
                cpu: "1"
                memory: 512Mi
          - name: cache
            image: docker.io/library/redis:7.4
            resources:
              requests:
      #       ^^^^^^^^ Cloud Run ignores "requests" of "cache". The container has no limit for "memory", so it gets the default.
                memory: 1Gi
    `,
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            resources:
              requests:
      #       ^^^^^^^^ Cloud Run ignores "requests". The limits are what the container gets.
                cpu: 250m
                memory: 128Mi
              limits: "%LIMITS%"
    `,
  ],
  good: [
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            resources:
              requests: {}
              limits:
                cpu: "1"
                memory: 512Mi
    `,
  ],
  fixes: {
    block: changedTemplate`
          spec:
            containers:
              - image: docker.io/acme/web:1.2.3
                resources:
        <         requests:
        <           cpu: 250m # as on GKE
        <           memory: 256Mi
                  limits:
                    cpu: "1"
                    memory: 512Mi
      `,
    flow: changedTemplate`
          spec:
            containers:
              - image: docker.io/acme/web:1.2.3
        <       resources: { limits: { cpu: "1", memory: 512Mi }, requests: { cpu: 250m } }
        >       resources: { limits: { cpu: "1", memory: 512Mi } }
      `,
  },
  *check({ containers }) {
    for (const container of containers) {
      const { field, missingLimits } = container;
      const fact = say`Cloud Run ignores ${fieldName('requests')}${container.after('of')}.`;
      const requests = field.get('resources').get('requests');
      const lost = missingLimits.filter((name) => requests.get(name).exists);
      if (requests.keys.length === 0) continue;
      yield {
        on: requests,
        // Safe where the limits say all: nothing reads the requests. Else they tell what was meant, and a person decides.
        fix:
          lost.length === 0
            ? safeFix(say`Remove ${fieldName('requests')}`, deleteEntry(requests, 'remove'))
            : undefined,
        help:
          lost.length === 0
            ? say`Remove ${fieldName('requests')}.`
            : say`Write ${quoteNames(lost)} under ${fieldName('limits')} instead.`,
        message:
          lost.length === 0
            ? say`${fact} The limits are what the container gets.`
            : say`${fact} The container has no limit for ${quoteNames(lost)}, so it gets the default.`,
      };
    }
  },
});
