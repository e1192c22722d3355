import * as assert from 'uvu/assert';
import { differences, type OwnSchema } from '../scripts/compare-api/compare.ts';
import type { Described, Description } from '../scripts/compare-api/description.ts';
import { explain } from '../scripts/compare-api/explained.ts';
import type { Annotation } from '../src/model/annotations.ts';
import { suite } from './suite.ts';

const text: Described = { type: 'string' };
const list =
  'Free keys. * `run.googleapis.com/ingress`: Service, Instance. * `run.googleapis.com/client-name`: All resources.';

/** A description of a small API with the traits of the real one. */
const description: Description = {
  revision: '20260101',
  schemas: {
    ObjectMeta: { properties: { name: text, annotations: { ...text, description: list } } },
    Instance: {
      properties: {
        kind: text,
        metadata: {
          $ref: 'ObjectMeta',
          description: 'accepted in Instance.metadata.annotations. * `run.googleapis.com/note`',
        },
        spec: { $ref: 'Spec' },
        status: { $ref: 'Status' },
      },
    },
    Status: { properties: { ready: { type: 'boolean' } } },
    Spec: {
      properties: {
        policy: { ...text, description: "Allowable values are 'Always', 'OnFailure', or 'Never'. More." },
        medium: { ...text, description: 'Must be an empty string (default), `Memory`, or `Disk`.' },
        mode: { ...text, enum: ['MODE_UNSPECIFIED', 'fast', 'slow'] },
        timeout: { type: 'string', format: 'int64' },
        labels: { type: 'object', additionalProperties: text },
        parts: { type: 'array', items: { $ref: 'Part' } },
        words: { type: 'array', items: text },
      },
    },
    Part: { properties: { size: { type: 'integer' }, inner: { $ref: 'Part' } } },
  },
};

const string: OwnSchema = { type: 'string' };
const part: OwnSchema = {
  type: 'object',
  title: 'Part',
  properties: { size: { type: 'integer' }, inner: { type: 'object', title: 'Part', properties: {} } },
};
const fields = {
  policy: { ...string, enum: ['Always', 'OnFailure', 'Never'] },
  medium: { ...string, enum: ['', 'Memory', 'Disk'] },
  mode: { ...string, enum: ['fast', 'slow'] },
  timeout: { type: 'integer' },
  labels: { type: 'object' },
  parts: { type: 'array', items: part },
  words: { type: 'array', items: string },
} satisfies Record<string, OwnSchema>;

function ours(properties: Readonly<Record<string, OwnSchema>>): Readonly<Record<string, OwnSchema>> {
  const metadata = { type: 'object', title: 'Metadata', properties: { name: string, annotations: string } };
  const spec = { type: 'object', title: 'Spec', properties };
  const status = { type: 'object', additionalProperties: true, properties: {} };
  return { Instance: { type: 'object', title: 'Instance', properties: { kind: string, metadata, spec, status } } };
}

const row = (name: string, on: Annotation['on'], more: Partial<Annotation> = {}): Annotation => ({
  key: `run.googleapis.com/${name}`,
  on,
  value: { kind: 'text' },
  description: '',
  source: '',
  ...more,
});
const table = [row('ingress', ['Service', 'Instance']), row('client-name', ['Job']), row('note', ['Instance'])];

const lines = (schema: Readonly<Record<string, OwnSchema>>, annotations = table): readonly string[] =>
  differences(description, schema, annotations).map(({ subject, what }) => `${subject} ${what}`);

suite('compare-api', (test) => {
  test('finds nothing where both say the same', () => {
    assert.equal(lines(ours(fields)), []);
  });

  test('finds fields of one side alone, on every level', () => {
    const { labels, ...others } = fields;
    const grown = { ...part, properties: { inner: part.properties!.inner!, weight: string } };
    assert.equal(lines(ours({ ...others, parts: { type: 'array', items: grown }, mine: string })), [
      'field Spec.labels is only in the description',
      'field Part.size is only in the description',
      'field Part.weight is only in our schemas',
      'field Spec.mine is only in our schemas',
    ]);
  });

  test('finds kinds that the description has not', () => {
    assert.equal(lines({ ...ours(fields), Fleet: { type: 'object' } }), ['kind Fleet is only in our schemas']);
  });

  test('finds other types', () => {
    const other = { ...fields, timeout: string, labels: string, words: { type: 'array', items: part } };
    assert.equal(lines(ours(other)), [
      'field Spec.timeout has the type integer in the description, string in ours',
      'field Spec.labels has the type map in the description, string in ours',
      'field Spec.words is a list of string in the description, of object in ours',
    ]);
  });

  test('finds values of one side alone, from lists and from prose', () => {
    const other = {
      ...fields,
      policy: { ...string, enum: ['Always', 'Never', 'Sometimes'] },
      medium: { ...string, enum: ['', 'Memory'] },
      mode: string,
    };
    assert.equal(lines(ours(other)), [
      'value OnFailure of field Spec.policy is only in the description',
      'value Sometimes of field Spec.policy is only in our schemas',
      'value Disk of field Spec.medium is only in the description',
      'value fast of field Spec.mode is only in the description',
      'value slow of field Spec.mode is only in the description',
    ]);
  });

  test('finds annotations and levels of one side alone', () => {
    const rows = [
      row('ingress', ['Service', 'Job']),
      row('client-name', ['Job']),
      row('mesh', ['Revision']),
      row('alpha', ['Job'], { undocumented: true }),
      row('urls', ['Job'], { outputOnly: true }),
    ];
    assert.equal(lines(ours(fields), rows), [
      'annotation run.googleapis.com/ingress on Instance is only in the description',
      'annotation run.googleapis.com/note is only in the description',
      'annotation run.googleapis.com/ingress on Job is only in our table',
      'annotation run.googleapis.com/mesh is only in our table',
    ]);
  });

  test('explains by subject, and tells which exceptions explain nothing', () => {
    const found = [
      { subject: 'field Probe.exec', what: '' },
      { subject: 'field Probe.exec2', what: '' },
      { subject: 'annotation a.b/c on Job', what: '' },
    ];
    const known = [
      { subject: 'field Probe.exec', why: 'unsupported' },
      { subject: 'annotation a.b/* on Job', why: 'seen' },
      { subject: 'annotation aXb/c on Job', why: 'no pattern' },
      { subject: 'field Volume.gone', why: 'seldom', optional: true },
    ] as const;
    const { unexplained, explained, unused } = explain(found, known);
    assert.equal(unexplained, [found[1]]);
    assert.equal(
      explained.map(([{ subject }, { why }]) => `${subject}: ${why}`),
      ['field Probe.exec: unsupported', 'annotation a.b/c on Job: seen'],
    );
    assert.equal(unused, [known[2]]);
  });
});
