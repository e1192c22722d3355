import { manifest, template } from '../../src/examples.ts';
import { defineRule, filledIn, isStandIn, type Workload } from '../../src/rule-kit.ts';

/** RFC 1123 as the API words it: lowercase, digits, hyphens and dots, and a letter or digit at both ends. */
const valid = /^[a-z0-9]([a-z0-9.-]{0,61}[a-z0-9])?$/;

const refusal =
  "Invalid container name 'NAME'. Must conform to RFC 1123: only lowercase letters, digits, hyphens, and periods are allowed, must begin and end with a letter or digit, and be less than 64 characters";

export default defineRule({
  id: 'invalid-container-name',
  severity: 'error',
  appliesTo: 'workload',
  summary: 'A container has a name that Cloud Run does not take.',
  why: 'A name must be fit for a host name: lowercase letters, digits, hyphens and dots, fewer than 64 of them, with a letter or digit at both ends. Cloud Run refuses any other.',
  remedy:
    'Write it in lowercase with hyphens for underscores and blanks, and write it the same in `run.googleapis.com/container-dependencies`.',
  references: [
    'https://cloud.google.com/run/docs/reference/rest/v1/Container',
    'https://github.com/hashicorp/terraform-provider-google/issues/21035',
  ],
  predicts: refusal,
  bad: [
    template`
      metadata:
        annotations:
          run.googleapis.com/container-dependencies: '{"web":["otel_collector"]}'
      spec:
        containers:
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            ports: [{ containerPort: 8080 }]
          - name: otel_collector
      #           ^^^^^^^^^^^^^^ The container name "otel_collector" contains "_". Only lowercase letters, digits, "-" and "." are allowed.
            image: europe-west1-docker.pkg.dev/acme-prod/shop/collector:2.1.0
            startupProbe: { httpGet: { path: /, port: 13133 } }
    `,
    manifest`
      apiVersion: run.googleapis.com/v1
      kind: Job
      metadata:
        name: nightly
      spec:
        template:
          spec:
            template:
              spec:
                containers:
                  - name: Import
      #                   ^^^^^^ The container name "Import" contains "I". Only lowercase letters, digits, "-" and "." are allowed.
                    image: docker.io/acme/import:2.1.0
                  - name: -proxy-
      #                   ^^^^^^^ The container name "-proxy-" does not begin and end with a letter or digit.
                    image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.16.0
                  - name: a-name-that-tells-everything-about-the-container-and-therefore-too-much
      #                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The container name "a-name-that-tells-everything-about-the-container-and-therefore-too-much" has 71 characters. It must have fewer than 64.
                    image: docker.io/acme/reporter:2.1.0
    `,
  ],
  good: [
    template`
      metadata:
        annotations:
          run.googleapis.com/container-dependencies: '{"web-1.8":["otel-collector"]}'
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - name: web-1.8
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            ports: [{ containerPort: 8080 }]
            resources: { limits: { cpu: "1", memory: 512Mi } }
          - name: otel-collector
            image: europe-west1-docker.pkg.dev/acme-prod/shop/collector:2.1.0
            startupProbe: { httpGet: { path: /, port: 13133 } }
            resources: { limits: { cpu: 500m, memory: 512Mi } }
    `,
    template`
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          # Filled in before the deploy.
          - name: SERVICE_NAME
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            ports: [{ containerPort: 8080 }]
            resources: { limits: { cpu: "1", memory: 512Mi } }
    `,
  ],
  *check(workload) {
    for (const { field, name } of workload.containers) {
      if (name === undefined || valid.test(name) || isStandIn(name)) continue;
      yield {
        on: field.get('name'),
        message: describe(name),
        help: helpFor(name, workload),
        predicts: filledIn(refusal, name),
      };
    }
  },
});

function describe(name: string): string {
  const [odd] = name.match(/[^a-z0-9.-]/u) ?? [];
  if (odd !== undefined) {
    return `The container name "${name}" contains "${odd}". Only lowercase letters, digits, "-" and "." are allowed.`;
  }
  if (name.length > 63)
    return `The container name "${name}" has ${name.length} characters. It must have fewer than 64.`;
  return `The container name "${name}" does not begin and end with a letter or digit.`;
}

/** The nearest name that Cloud Run takes. */
function helpFor(name: string, { dependencies }: Workload): string {
  const near = name
    .toLowerCase()
    .replace(/[^a-z0-9.-]+/g, '-')
    .slice(0, 63)
    .replace(/^[.-]+/, '')
    .replace(/(?<![.-])[.-]+$/, '');
  const isNamed = dependencies.all.some(({ from, to }) => from === name || to === name);
  return `Write ${near === '' ? 'another name' : `"${near}"`}${isNamed ? ', in the start order too' : ''}.`;
}
