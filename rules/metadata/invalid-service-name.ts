import { manifest } from '../../src/examples.ts';
import { aWorkload, defineRule, isStandIn } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'invalid-service-name',
  severity: 'error',
  appliesTo: 'workload',
  summary: 'The name of a service, job, worker pool or instance is not one that Cloud Run allows.',
  why: 'The name becomes a part of addresses and revision names. Cloud Run takes lowercase letters, digits and hyphens, beginning with a letter and not ending with a hyphen; less than 50 characters for a service or worker pool, less than 64 for a job.',
  remedy: 'Choose a name of that form. A deployed resource cannot be renamed: a new name makes a new one.',
  references: [
    'https://cloud.google.com/run/docs/deploying',
    'https://cloud.google.com/run/docs/reference/rest/v2/projects.locations.services/create',
    'https://github.com/pulumi/pulumi-gcp/issues/3166',
  ],
  predicts:
    "metadata.name: Resource name must use only lowercase letters, numbers and '-'. Must begin with a letter and cannot end with a '-'. Maximum length is 63 characters.",
  predictsAlike: true,
  bad: [
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: shop_front
      #       ^^^^^^^^^^ The name "shop_front" has characters other than lowercase letters, digits and hyphens.
      spec:
        template:
          spec:
            containers:
              - image: docker.io/acme/shop:1.4.2
    `,
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: the-service-that-answers-all-requests-of-all-shops
      #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The name "the-service-that-answers-all-requests-of-all-shops" has 50 characters, but a service can have 49.
      spec:
        template:
          spec:
            containers:
              - image: docker.io/acme/shop:1.4.2
    `,
    manifest`
      apiVersion: run.googleapis.com/v1
      kind: Job
      metadata:
        name: 2nd-report
      #       ^^^^^^^^^^ The name "2nd-report" does not begin with a letter.
      spec:
        template:
          spec:
            template:
              spec:
                containers:
                  - image: docker.io/acme/report:1.4.2
    `,
  ],
  good: [
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: the-service-that-answers-all-requests-of-all-shop
      spec:
        template:
          spec:
            containers:
              - image: docker.io/acme/shop:1.4.2
    `,
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: SERVICE
      spec:
        template:
          spec:
            containers:
              - image: docker.io/acme/shop:1.4.2
    `,
    manifest`
      apiVersion: run.googleapis.com/v1
      kind: Job
      metadata:
        name: the-job-that-writes-the-report-of-the-second-quarter-of-a-year
      spec:
        template:
          spec:
            template:
              spec:
                containers:
                  - image: docker.io/acme/report:1.4.2
    `,
  ],
  *check({ kind, metadata }) {
    const field = metadata.get('name');
    const name = field.value;
    if (!name || isStandIn(name)) return;
    const fault = faultOf(name, kind);
    if (fault !== undefined) yield { on: field, message: `The name "${name}" ${fault}.`, help: helpFor(name, kind) };
  },
});

/** That of instances is not documented: no label of DNS can be longer. */
const limits = { Service: 49, WorkerPool: 49, Job: 63, Instance: 63 } as const;

function faultOf(name: string, kind: keyof typeof limits): string | undefined {
  if (/[^a-z0-9-]/.test(name)) return 'has characters other than lowercase letters, digits and hyphens';
  if (!/^[a-z]/.test(name)) return 'does not begin with a letter';
  if (name.endsWith('-')) return 'ends with a hyphen';
  return name.length > limits[kind]
    ? `has ${name.length} characters, but ${aWorkload(kind)} can have ${limits[kind]}`
    : undefined;
}

function helpFor(name: string, kind: keyof typeof limits): string {
  const near = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, limits[kind])
    .replace(/-$/, '');
  return `Write ${near === '' || name.length > limits[kind] ? 'another name' : `"${near}"`}. A deployed resource cannot be renamed: a new name makes a new one.`;
}
