import { changedTemplate, template } from '../../src/examples.ts';
import { annotationName, defineRule, deleteEntry, say, unsafeFix } from '../../src/rule-kit.ts';

const key = 'run.googleapis.com/health-check-disabled';

export default defineRule({
  id: 'disabled-health-check',
  severity: 'warning',
  appliesTo: 'service',
  needs: { mentions: ['run.googleapis.com/health-check-disabled'] },
  summary: 'A deploy does not wait for the revision to start.',
  why: 'With `health-check-disabled` Cloud Run starts no instance before it sends traffic. A revision that cannot start is deployed as if it were fine, and the first requests find out.',
  remedy: 'Remove it. For a revision that should get no requests yet, deploy it with a traffic tag.',
  help: false,
  references: [
    'https://cloud.google.com/run/docs/configuring/healthchecks',
    'https://cloud.google.com/run/docs/reference/rest/v1/ObjectMeta',
  ],
  fixable: 'unsafe',
  bad: [
    template`
      metadata:
        annotations:
          run.googleapis.com/health-check-disabled: "true"
      #                                             ^^^^^^ "run.googleapis.com/health-check-disabled" is "true", so deploys do not check that the revision starts. Remove it.
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/health-check-disabled: 'True'
      #                                             ^^^^^^ "run.googleapis.com/health-check-disabled" is "True", so deploys do not check that the revision starts. Remove it.
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: cache
            image: docker.io/library/redis:7.4
    `,
  ],
  good: [
    template`
      metadata:
        annotations:
          run.googleapis.com/health-check-disabled: "false"
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/health-check-disabled: "\${SKIP_CHECK}"
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
    `,
  ],
  fixes: {
    block: changedTemplate`
          metadata:
            annotations:
              run.googleapis.com/cpu-throttling: "false"
        <     run.googleapis.com/health-check-disabled: "true"
          spec:
            containers:
              - image: docker.io/acme/web:1.2.3
      `,
    flow: changedTemplate`
        < metadata: { annotations: { run.googleapis.com/health-check-disabled: "true" } }
          spec:
            containers:
              - image: docker.io/acme/web:1.2.3
      `,
  },
  *check(service) {
    const annotation = service.templateAnnotation(key);
    if (annotation.text?.toLowerCase() !== 'true') return;
    yield {
      on: annotation,
      message: say`${annotationName(key)} is "${annotation.text}", so deploys do not check that the revision starts. Remove it.`,
      // Not safe: a revision that does not start fails the deploy from then on.
      fix: unsafeFix(say`Remove ${annotationName(key)}`, deleteEntry(annotation, 'remove')),
    };
  },
});
