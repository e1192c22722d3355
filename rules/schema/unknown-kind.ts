import { manifest } from '../../src/examples.ts';
import { apiVersionOf, defineRule, Field, fieldName, type OpenField, say, suggest } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'unknown-kind',
  severity: 'error',
  refused: true,
  appliesTo: 'file',
  only: 'yaml',
  summary: 'A document of Cloud Run has no kind, or one that does not exist.',
  why: 'Cloud Run deploys a `Service`, a `Job`, a `WorkerPool` or an `Instance` (in preview), written just so. By any other kind nothing tells what the document shall be, so that it is refused, and nothing else in it can be checked.',
  remedy: 'Write `kind: Service`, `kind: Job` or `kind: WorkerPool`.',
  references: ['https://cloud.google.com/run/docs/reference/yaml/v1'],
  bad: [
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Servce
      #     ^^^^^^ Cloud Run has no kind "Servce". Did you mean "Service"?
      metadata:
        name: shop
      spec:
        template:
          spec:
            containers:
              - image: docker.io/acme/shop:1.4.2
    `,
    manifest`
      apiVersion: run.googleapis.com/v1
      kind: CronTab
      #     ^^^^^^^ Cloud Run has no kind "CronTab". It deploys "Service", "Job", "WorkerPool" and "Instance".
      metadata:
        name: report
      spec:
        template: {}
    `,
    manifest`
      {
        "apiVersion": "serving.knative.dev/v1",
        "knd": "Service",
      # ^^^^^ "knd" is not a field of a manifest. Did you mean "kind"?
        "metadata": { "name": "shop" },
        "spec": { "template": { "spec": { "containers": [{ "image": "docker.io/acme/shop:1.4.2" }] } } }
      }
    `,
    manifest`
      apiVersion: run.googleapis.com/v1
      #           ^^^^^^^^^^^^^^^^^^^^^ This document has no kind. Cloud Run deploys "Service", "Job", "WorkerPool" and "Instance".
      metadata:
        name: indexer
      spec:
        template:
          spec:
            containers:
              - image: docker.io/acme/indexer:1.4.2
    `,
  ],
  good: [
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Configuration
      metadata:
        name: shop
      spec:
        template:
          spec:
            containers:
              - image: docker.io/acme/shop:1.4.2
    `,
    manifest`
      apiVersion: run.googleapis.com/v1
      kind: Execution
      metadata:
        name: report-x7k2p
    `,
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: \${KIND}
      metadata:
        name: shop
      spec:
        template:
          spec:
            containers:
              - image: docker.io/acme/shop:1.4.2
    `,
    manifest`
      apiVersion: serving.knative.dev/v1
      metadata:
        name: values-of-a-template-and-no-manifest
    `,
  ],
  *check({ source }) {
    for (const document of source.documents) {
      if (document.problem) continue;
      const root = Field.root<Root>(document);
      const version = root.get('apiVersion');
      if (!versions.includes(version.text ?? '')) continue;
      const kind = root.get('kind');
      if (kind.text && !kind.isNull) {
        if (kind.unknown || isKind(kind.text)) continue;
        const near = suggest(kind.text, deployed);
        const hint = near ? ` Did you mean "${near}"?` : ` It deploys ${choice}.`;
        yield {
          on: kind,
          message: `Cloud Run has no kind "${kind.text}".${hint}`,
          help: near ? `Write "${near}".` : help,
        };
      } else if (!source.hasTemplateLines && !kind.isMap && !kind.isList && isManifest(root)) {
        const meant = root.keys.find((key) => suggest(key, ['kind']) !== undefined);
        yield meant === undefined || kind.exists
          ? {
              on: kind.exists ? kind : version,
              message: `This document has no kind. Cloud Run deploys ${choice}.`,
              help,
            }
          : {
              on: (root as unknown as OpenField).get(meant).key,
              message: say`"${meant}" is not a field of a manifest. Did you mean ${fieldName('kind')}?`,
              help: say`Write ${fieldName('kind')}.`,
            };
      }
    }
  },
});

const help = 'Write one of these kinds.';

interface Root {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly spec?: { readonly template?: unknown };
}

const versions: readonly string[] = [...new Set(Object.values(apiVersionOf))];

const deployed = Object.keys(apiVersionOf);
const choice = '"Service", "Job", "WorkerPool" and "Instance"';

/**
 * The kinds of both groups, whether or not they can be deployed from YAML: those of Knative Serving and of the v1 API,
 * https://cloud.google.com/run/docs/reference/rest/v1, with the lists that it gives.
 */
const kinds: ReadonlySet<string> = new Set([
  ...deployed,
  'Configuration',
  'DomainMapping',
  'Execution',
  'Revision',
  'Route',
  'Task',
]);

function isKind(kind: string): boolean {
  return kind === 'List' || kinds.has(kind.replace(/List$/, ''));
}

/** Whether a document without a kind is more than a piece of one. */
function isManifest(root: Field<Root>): boolean {
  return root.get('spec').get('template').exists;
}
