import { changedTemplate, manifest } from '../../src/examples.ts';
import { defineRule, isOfV2, safeFix, syntaxProblems, tabsBetweenTokens } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'yaml-syntax',
  severity: 'error',
  appliesTo: 'file',
  only: 'yaml',
  summary: 'The file is not YAML that gcloud can read.',
  why: 'gcloud cannot read the file, so nothing is deployed. In most cases the linter cannot read it either and says nothing else about this document. Tabs are different: YAML 1.2 allows them between its parts, and other readers take them, but that of gcloud takes none but in quotes, in blocks of text and in comments.',
  remedy:
    'Correct the place that is marked. The cause often stands on the line before it: a missing colon or quote, or a wrong indentation.',
  help: 'Correct the marked place. The cause often stands on the line before it.',
  references: ['https://yaml.org/spec/1.2.2/', 'https://yaml.readthedocs.io/en/latest/'],
  predicts: 'Failed to parse YAML: …',
  fixable: 'safe',
  bad: [
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: shop
      spec:
        template:
          spec:
            containers:
              - image: docker.io/acme/shop: 1.2
      #                ^^^^^^^^^^^^^^^^^^^^^^^^ A mapping begins inside another value. Quote the value, or move it to a line of its own. (Nested mappings are not allowed in compact mappings)
    `,
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: *name
      #       ^^^^^ The alias "*name" has no anchor before it.
    `,
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: shop
      spec:
        template:
          spec:
            containers:
              - image:${'\t'}docker.io/acme/shop:1.2
      #               ^ A tab stands here and at 1 other place, where gcloud's reader stops. Write a space.
                workingDir: /srv${'\t'}# where the shop lives
    `,
  ],
  good: [
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: &name shop
        labels:
          app: *name
      spec:
        template:
          spec:
            serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
            containers:
              - image: docker.io/acme/shop:1.2
    `,
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: shop
        annotations:
          acme.example/owner: "web${'\t'}shop"
          acme.example/note: |
            one${'\t'}two
      spec:
        template:
          spec:
            serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
            containers:
              - image: docker.io/acme/shop:1.2 #${'\t'}pinned
    `,
    manifest`
      {
      ${'\t'}"name": "projects/acme-prod/locations/europe-west1/jobs/report",
      ${'\t'}"template": { "template": { "containers": [{ "image": "docker.io/acme/report:1.2" }] } }
      }
    `,
  ],
  fixes: {
    block: changedTemplate`
          spec:
            containers:
        <     - image:	"docker.io/acme/web:1.2.3"	# pinned
        >     - image: "docker.io/acme/web:1.2.3" # pinned
                args:
                  - "a	b"
      `,
    flow: changedTemplate`
          spec:
            containers:
        <     - { image: "docker.io/acme/web:1.2.3",	args: [--verbose,	"4"	] }
        >     - { image: "docker.io/acme/web:1.2.3", args: [--verbose, "4" ] }
      `,
  },
  *check(file) {
    for (const problem of syntaxProblems(file)) {
      yield { on: { source: file.source, span: problem, path: [], stablePath: [] }, message: problem.message };
    }
    const [tab, ...others] = tabsBetweenTokens(file.source);
    // Others than gcloud read objects of the v2 API, and skaffold reads manifests before it.
    const forGcloud = file.workloads.filter((workload) => !isOfV2(workload));
    if (!tab || !forGcloud.some(({ surroundings }) => surroundings.deployer() === 'gcloud')) return;
    const more = others.length === 0 ? '' : ` and at ${others.length} other place${others.length === 1 ? '' : 's'}`;
    yield {
      on: { source: file.source, span: tab, path: [], stablePath: [] },
      message: `A tab stands here${more}, where gcloud's reader stops. Write a space.`,
      fix: safeFix(
        'Write spaces for the tabs',
        [tab, ...others].map((span) => ({ ...span, text: ' '.repeat(span.end - span.start) })),
      ),
    };
  },
});
