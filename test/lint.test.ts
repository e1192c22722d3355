import * as assert from 'uvu/assert';
import { rules } from '../rules/index.ts';
import { analyse, lint } from '../src/lint.ts';
import { fixableAt } from '../src/policy/fix.ts';
import { markBefore } from '../src/tree/source-text.ts';
import { suite } from './suite.ts';

const text = `apiVersion: serving.knative.dev/v1
kind: Service
metadata: { name: shop }
spec:
  template:
    spec:
      containers:
        - name: web
          image: docker.io/acme/web:1
          ports: [{ containerPort: "8080" }]
          env: [{ name: PORT, value: "9000" }]
          resources: { limits: { cpu: 1, memory: 512M } }
`;

suite('analyse', (test) => {
  test('quotes of a value of thousands of characters the first ones, and of a secret none', () => {
    const manifest = (value: string, name: string) =>
      `apiVersion: serving.knative.dev/v1\nkind: Service\nmetadata: { name: shop, labels: { a: ${value} } }\nspec: { template: { spec: { containers: [{ image: a/b:1, env: [{ name: ${name}, value: ${value} }] }] } } }\n`;
    const said = (times: number, name = 'GREETING') => {
      const { diagnostics } = lint('a.yaml', manifest('Q7xR2m'.repeat(times), name), { rules });
      return diagnostics.find(({ rule }) => rule === 'invalid-label')!.message;
    };
    assert.ok(said(30).includes('Q7xR2m"'), said(30));
    assert.ok(said(9000).length < 300 && said(9000).includes('…"'), said(9000).slice(0, 400));
    for (const times of [30, 9000]) assert.not.match(said(times, 'DB_PASSWORD'), 'Q7xR2m');
  });

  test('finds what lint finds, and keeps what it has read', () => {
    const { file, diagnostics } = analyse('service.yaml', text, { rules });
    assert.ok(diagnostics.length > 0);
    assert.equal(diagnostics, lint('service.yaml', text, { rules }).diagnostics);
    assert.is(file!.source.text, text);
    assert.equal(
      file!.workloads[0]!.containers.map(({ name }) => name),
      ['web'],
    );
  });

  test('parses nothing where nothing is of Cloud Run', () => {
    assert.equal(analyse('a.yaml', 'kind: Other\n', { rules }), {
      file: undefined,
      diagnostics: [],
      secrets: undefined,
    });
    assert.is(lint('a.yaml', 'kind: Other\n', { rules }).resources, 0);
  });

  test('counts offsets behind a byte order mark, whose length is known', () => {
    const marked = `\ufeff${text}`;
    const plain = analyse('service.yaml', text, { rules }).diagnostics;
    const { diagnostics } = analyse('service.yaml', marked, { rules });
    assert.equal(diagnostics, plain);
    const [{ span }] = diagnostics as [(typeof diagnostics)[number]];
    const shift = markBefore(marked).length;
    assert.is(marked.slice(span.start + shift, span.end + shift), text.slice(span.start, span.end));
    assert.is(markBefore(text), '');
  });

  test('gives every field the description of its schema', () => {
    const { file } = analyse('service.yaml', text, { rules });
    assert.match(file!.workloads[0]!.containers[0]!.field.get('image').shape?.description ?? '', /\.$/);
  });
});

suite('fixes of one place', (test) => {
  const { diagnostics } = analyse('service.yaml', text, { rules });
  const at = (piece: string) => {
    const start = text.indexOf(piece);
    return fixableAt(diagnostics, { start, end: start });
  };

  test('are those of the findings that touch it', () => {
    for (const place of ['1, memory', ', memory']) {
      assert.equal(
        at(place).map(({ rule, fix }) => [rule, fix?.title]),
        [['invalid-cpu', 'Quote the CPU limit']],
      );
    }
  });

  test('are none elsewhere, and none of what is suppressed', () => {
    assert.equal(at('metadata'), []);
    const start = text.indexOf('1, memory');
    const silenced = diagnostics.map((diagnostic) => ({ ...diagnostic, suppressed: { by: 'comment' as const } }));
    assert.equal(fixableAt(silenced, { start, end: start }), []);
  });
});
