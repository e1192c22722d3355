import { changedTemplate, template } from '../../src/examples.ts';
import {
  defineRule,
  fieldName,
  quoteScalar,
  refusalOf,
  safeFix,
  say,
  typeMismatches,
  whoseField,
} from '../../src/rule-kit.ts';

export default defineRule({
  id: 'yaml-1-1-value',
  severity: 'error',
  appliesTo: 'workload',
  only: 'yaml',
  summary: 'A plain value is text to most tools, but a boolean, number or date to gcloud.',
  why: 'gcloud reads YAML 1.1, in which `no`, `on` and `y` are booleans, `12:30` is the number 750 and `2024-01-01` is a date. Editors and other linters read YAML 1.2 and see nothing wrong. Where text belongs, gcloud refuses the file.',
  remedy: 'Put quotes around the value.',
  help: 'Put the value in quotes.',
  references: ['https://yaml.org/type/bool.html', 'https://yaml.org/type/int.html'],
  predicts: "Expected type <class 'str'> for field value, found False (type <class 'bool'>)",
  fixable: 'safe',
  bad: [
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            env:
              - name: COUNTRY
                value: no
      #                ^^ gcloud reads "no" as a boolean, but "value" of "COUNTRY" must be text.
              - name: OPENS_AT
                value: 12:30
      #                ^^^^^ gcloud reads "12:30" as a number, but "value" of "OPENS_AT" must be text.
              - name: SINCE
                value: 2024-01-01
      #                ^^^^^^^^^^ gcloud reads "2024-01-01" as a date, but "value" of "SINCE" must be text.
              - name: AXIS
                value: y
      #                ^ gcloud reads "y" as a boolean, but "value" of "AXIS" must be text.
    `,
    template`
      metadata:
        labels:
          canary: on
      #           ^^ gcloud reads "on" as a boolean, but "canary" must be text.
          build: 1_000
      #          ^^^^^ gcloud reads "1_000" as a number, but "build" must be text.
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
    `,
  ],
  good: [
    template`
      metadata:
        labels:
          canary: "on"
      spec:
        timeoutSeconds: 1_000
        volumes:
          - name: key
            secret: { secretName: shop-key, defaultMode: 0400 }
        containers:
          - image: docker.io/acme/shop:1.4.2
            args: [nowhere, 12:75, 24-01-01]
            env:
              - name: COUNTRY
                value: "no"
              - name: OPENS_AT
                value: '12:30'
              - name: NOTE
                value: no entry on sundays
              - name: TAG
                value: !!str no
            volumeMounts:
              - { name: key, mountPath: /etc/key }
    `,
  ],
  fixes: {
    block: changedTemplate`
          spec:
            containers:
              - image: docker.io/acme/web:1.2.3
                env:
                  - name: COUNTRY
        <           value: no # Norway
        >           value: 'no' # Norway
      `,
    flow: changedTemplate`
        < metadata: { labels: { canary: on, tier: web } }
        > metadata: { labels: { canary: 'on', tier: web } }
          spec:
            containers:
              - image: docker.io/acme/web:1.2.3
      `,
  },
  *check(workload) {
    for (const { field: place, mismatch } of typeMismatches(workload.open)) {
      if (!mismatch.onlyInYaml11) continue;
      const key = fieldName(place.path.findLast((segment) => typeof segment === 'string') ?? '');
      const subject = place.parent?.isList ? say`an item of ${key}` : key;
      const edits = quoteScalar(place);
      yield {
        on: place,
        message: say`gcloud reads "${place.text ?? ''}" as ${readAs(mismatch.found)}, but ${subject}${whoseField(workload, place)} must be text.`,
        predicts: refusalOf(place.text ?? '', mismatch),
        fix: safeFix('Quote the value', edits),
      };
    }
  },
});

function readAs(kind: string): string {
  switch (kind) {
    case 'boolean':
      return 'a boolean';
    case 'date':
      return 'a date';
    case 'marker':
      return 'a mark of YAML itself';
    default:
      return 'a number';
  }
}
