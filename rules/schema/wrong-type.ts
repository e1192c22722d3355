import { changedTemplate, manifest, template } from '../../src/examples.ts';
import {
  defineRule,
  type Fix,
  fieldName,
  isMappingPlaceholder,
  isPairText,
  type OpenField,
  quoteAsWritten,
  refusalOf,
  replaceScalar,
  safeFix,
  say,
  type Text,
  type TypeMismatch,
  typeMismatches,
  unquoteScalar,
  whoseField,
} from '../../src/rule-kit.ts';

export default defineRule({
  id: 'wrong-type',
  severity: 'error',
  appliesTo: 'workload',
  only: 'yaml',
  summary: 'A number or boolean stands where text belongs, or a value has another wrong type.',
  why: 'gcloud decodes the manifest strictly before it sends anything, and refuses the whole file. Its message names neither the line nor the field. The values of annotations, labels, environment variables and limits are all texts, so a number or boolean among them needs quotes. skaffold, and with it Cloud Deploy, makes texts of them by itself: beside or below a `skaffold.yaml` or `clouddeploy.yaml` that deploys to Cloud Run they are let pass.',
  remedy:
    'Put quotes around a number or boolean where text belongs; write numbers as digits without a unit, and booleans without quotes.',
  references: [
    'https://github.com/kubernetes-sigs/yaml',
    'https://cloud.google.com/run/docs/reference/yaml/v1',
    'https://cloud.google.com/run/docs/reference/rest/v1/Container',
  ],
  predicts: "Expected type <class 'str'> for field value, found 5 (type <class 'int'>)",
  fixable: 'safe',
  bad: [
    template`
      metadata:
        annotations:
          autoscaling.knative.dev/maxScale: 5
      #                                     ^ "autoscaling.knative.dev/maxScale" must be text, but it is a number.
          run.googleapis.com/cpu-throttling: false
      #                                      ^^^^^ "run.googleapis.com/cpu-throttling" must be text, but it is a boolean.
      spec:
        containerConcurrency: 80.5
      #                       ^^^^ "containerConcurrency" must be a whole number, but it is a number with decimal places.
        timeoutSeconds: 300s
      #                 ^^^^ "timeoutSeconds" must be a whole number, but it is text.
        containers:
          - image: docker.io/acme/shop:1.4.2
            volumeMounts: cache:/cache
      #                   ^^^^^^^^^^^^ "volumeMounts" must be a list, but it is text.
            args: [--workers, 4]
      #                       ^ An item of "args" must be text, but it is a number.
            env:
              - name: API_VERSION
                value: 1.10
      #                ^^^^ "value" of "API_VERSION" must be text, but it is a number.
              - name: FLAGS
                value: { "beta": true }
      #         ^^^^^ "value" of "FLAGS" must be text, but it is a mapping.
    `,
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            env:
              - LOG_LEVEL=debug
      #         ^^^^^^^^^^^^^^^ An item of "env" must be a mapping, but it is text. Write "name" and "value" instead.
            volumeMounts: cache
      #                   ^^^^^ "volumeMounts" must be a list, but it is text.
    `,
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: shop
        annotations:
      # ^^^^^^^^^^^ "annotations" must be a mapping, but it is a list.
          - run.googleapis.com/ingress: internal
      spec:
        template:
          spec:
            containers:
              - image: docker.io/acme/shop:1.4.2
        traffic:
          - latestRevision: "true"
      #                     ^^^^^^ "latestRevision" must be true or false, but it is text.
            percent: 100
    `,
  ],
  good: [
    template`
      metadata:
        annotations:
          autoscaling.knative.dev/maxScale: "5"
          run.googleapis.com/cpu-throttling: "false"
      spec:
        containerConcurrency: 80
        timeoutSeconds: 300
        containers:
          - image: docker.io/acme/shop:1.4.2
            args: [--workers, "4"]
    `,
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: shop
        namespace: 123456789012
        creationTimestamp: null
        annotations:
          run.googleapis.com/minScale: "1"
      spec:
        template:
          metadata:
            labels: {}
            annotations:
              run.googleapis.com/cpu-throttling: "false"
          spec:
            timeoutSeconds: "300"
            volumes:
              - name: config
                secret: { secretName: shop-config, defaultMode: 0400, items: [] }
            containers:
              - image: docker.io/acme/shop:1.4.2
                command: /bin/shop
                args: ["--workers", "4", --port=8080, 1Gi]
                env:
                  - name: EMPTY
                    value:
                  - name: VERSION
                    value: 1.10.2
                volumeMounts:
                  - name: config
                    mountPath: /etc/shop
        traffic:
          - latestRevision: yes
            percent: "100"
    `,
    template`
      metadata:
        annotations:
          autoscaling.knative.dev/maxScale: "%MAX%"
      spec:
        timeoutSeconds: \${TIMEOUT}
        containers:
          - image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: "{{ port }}" }]
            startupProbe: { periodSeconds: PERIOD, tcpSocket: { port: PORT } }
    `,
  ],
  fixes: {
    block: changedTemplate`
          spec:
        <   timeoutSeconds: 300s
        >   timeoutSeconds: 300
            containers:
              - image: docker.io/acme/web:1.2.3
                args:
                  - --workers
        <         - 4 # each with its own connection
        >         - '4' # each with its own connection
                env:
                  - name: VERSION
        <           value: 1.10
        >           value: '1.10'
      `,
    flow: changedTemplate`
          spec:
            containers:
        <     - { image: "docker.io/acme/web:1.2.3", env: [{ name: VERSION, value: 1.10 }], args: [--workers, 4] }
        >     - { image: "docker.io/acme/web:1.2.3", env: [{ name: VERSION, value: "1.10" }], args: [--workers, "4"] }
      `,
  },
  *check(workload) {
    for (const { field: place, mismatch } of typeMismatches(workload.open)) {
      if (mismatch.onlyInYaml11 || isExplainedElsewhere(place, mismatch)) continue;
      if (becomesText(mismatch) && workload.surroundings.deployer() === 'skaffold') continue;
      const hint = isPairText(place) ? say` Write ${fieldName('name')} and ${fieldName('value')} instead.` : '';
      const message = say`${subject(place)}${whoseField(workload, place)} must be ${wantedAt(place, mismatch)}, but it is ${foundAt(mismatch)}.${hint}`;
      yield {
        on: place,
        message,
        help: helpFor(place, mismatch),
        predicts: refusalOf(place.text ?? '', mismatch),
        fix: fixOf(place, mismatch),
      };
    }
  },
});

const wanted = { text: 'text', integer: 'a whole number', boolean: 'true or false', mapping: 'a mapping' } as const;
const found = {
  text: 'text',
  integer: 'a number',
  decimal: 'a number',
  boolean: 'a boolean',
  date: 'a date',
  marker: 'a mark of YAML itself',
  mapping: 'a mapping',
  list: 'a list',
  nothing: 'empty',
} as const;

function wantedAt({ parent }: OpenField, mismatch: TypeMismatch): string {
  return mismatch.wanted === 'mapping' && parent?.isUnlisted ? 'a list' : wanted[mismatch.wanted];
}

function foundAt(mismatch: TypeMismatch): string {
  return mismatch.wanted === 'integer' && mismatch.found === 'decimal'
    ? 'a number with decimal places'
    : found[mismatch.found];
}

function subject({ path, parent }: OpenField): Text {
  const key = fieldName(path.findLast((segment) => typeof segment === 'string') ?? '');
  return parent?.isList ? say`An item of ${key}` : key;
}

/** Whether a reader that makes texts of scalars takes it. */
function becomesText({ wanted: type, found: kind }: TypeMismatch): boolean {
  return type === 'text' && ['integer', 'decimal', 'boolean', 'date'].includes(kind);
}

/** Other rules know better what belongs here. */
function isExplainedElsewhere(field: OpenField, mismatch: TypeMismatch): boolean {
  const [key, object] = [field.path.at(-1), field.parent?.path.at(-1)];
  if (key === 'cpu' && object === 'limits') return mismatch.found === 'integer' || mismatch.found === 'decimal';
  if (key === 'port' && mismatch.found === 'text' && /[A-Za-z]/.test(field.text ?? '')) return true;
  if (key === 'run.googleapis.com/container-dependencies') return field.isMap || field.isList;
  return isMappingPlaceholder(field);
}

function fixOf(field: OpenField, { wanted: type, found: kind }: TypeMismatch): Fix | undefined {
  const text = field.text ?? '';
  if (type === 'text' && kind !== 'nothing') return safeFix('Quote the value', quoteAsWritten(field));
  if (type === 'integer' && kind === 'text') {
    const [, digits] = /^(\d{1,9})s$/.exec(text) ?? [];
    return digits === undefined ? undefined : safeFix('Drop the unit', replaceScalar(field, digits));
  }
  if (type === 'integer' && /^\d+\.0+$/.test(text)) {
    return safeFix('Drop the decimal places', replaceScalar(field, text.slice(0, text.indexOf('.'))));
  }
  if (type === 'boolean' && /^(?:true|false)$/.test(text)) {
    return safeFix('Drop the quotes', unquoteScalar(field));
  }
  return undefined;
}

function helpFor(place: OpenField, mismatch: TypeMismatch): Text {
  if (isPairText(place)) return say`Write a mapping with ${fieldName('name')} and ${fieldName('value')}.`;
  if (mismatch.found === 'nothing') return 'Write a value, or remove the field.';
  switch (mismatch.wanted) {
    case 'text':
      return mismatch.found === 'mapping' || mismatch.found === 'list'
        ? 'Write it as one text. JSON goes in quotes.'
        : 'Put the value in quotes.';
    case 'integer':
      return 'Write digits alone: no unit, no quotes, no decimal places.';
    case 'boolean':
      return 'Write true or false without quotes.';
    case 'mapping':
      return place.parent?.isUnlisted
        ? 'Write a list, with a dash before each item.'
        : 'Write keys with values, without dashes.';
  }
}
