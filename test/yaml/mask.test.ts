import * as assert from 'uvu/assert';
import { maskPlaceholders } from '../../src/yaml/mask.ts';
import { YamlSource } from '../../src/yaml/source.ts';
import { suite } from '../suite.ts';
import { read } from './reading.ts';

const hidden = (text: string) => maskPlaceholders(text)?.spans.map(({ start, end }) => text.slice(start, end)) ?? [];

suite('yaml/mask', (test) => {
  test('hides what YAML stumbles over, and nothing else', () => {
    assert.equal(hidden('image: {{IMAGE}}\n'), ['{{IMAGE}}']);
    assert.equal(hidden('image: {{ registry }}/web:{{ tag }}\n'), ['{{ registry }}', '{{ tag }}']);
    assert.equal(hidden('port: %PORT%\n'), ['%PORT%']);
    assert.equal(hidden('- @IMAGE@\n'), ['@IMAGE@']);
    assert.equal(hidden('a: [%A%, x]\n'), ['%A%']);
    for (const text of [
      'image: "{{IMAGE}}"\n',
      "image: '%IMAGE%'\n",
      'image: gcr.io/%PROJECT%/web\n',
      'mail: a@b@c\n',
      '# {{ a comment }}\n',
      'a: x # {{ a comment }}\n',
      'plain: true\n',
    ]) {
      assert.equal(hidden(text), [], text);
    }
  });

  test('hides whole lines of template logic, and says so', () => {
    const text = 'a:\n  {{- if .Values.x }}\n  b: 1\n  {{- end }}\n{% for c in d %}\n${extra}\n';
    assert.equal(hidden(text), ['{{- if .Values.x }}', '{{- end }}', '{% for c in d %}', '${extra}']);
    assert.is(new YamlSource('a.yaml', text).hasTemplateLines, true);
    assert.is(new YamlSource('a.yaml', text.replaceAll('\n', '\r\n')).hasTemplateLines, true);
    assert.is(new YamlSource('a.yaml', 'image: {{IMAGE}}\n').hasTemplateLines, false);
    assert.is(new YamlSource('a.yaml', 'image: ${IMAGE}\n').hasTemplateLines, false);
  });

  test('hides what is glued to a quoted value, since it becomes lines', () => {
    const text = 'a: "${X}"${MORE}\nb:\n  - \'y\'${rest}  \r\nc: {{Z}}\n';
    assert.equal(hidden(text), ['${MORE}', '${rest}', '{{Z}}']);
    const source = new YamlSource('a.yaml', text);
    assert.is(source.hasTemplateLines, true);
    assert.is(source.documents[0]?.problem, undefined);
    assert.is(read<Record<string, string>>('a: "b"${MORE}\n').get('a').value, 'b');
    for (const plain of ['a: b"${X}\n', 'a: "b \'c\'${X}\n  d"\n', 'a: b # "c"${X}\n', 'a: "b${X}"\n']) {
      assert.equal(hidden(plain), [], plain);
    }
  });

  test('hides marks with other braces, and lines of other engines', () => {
    assert.equal(hidden('image: {{{IMAGE}}}\n'), ['{{{IMAGE}}}']);
    assert.equal(hidden('{a: {b: {{x}}}}\n'), ['{{x}}']);
    assert.equal(hidden('a: {% if x %}b{% endif %}\n'), ['{% if x %}', '{% endif %}']);
    assert.equal(hidden('image: #{Image}#\n- #{Name}\n'), ['#{Image}#', '#{Name}']);
    assert.equal(hidden('a: b #{a comment}\n#{another}\n'), []);
    const text = '<% for c in d %>\n- a: b\n<% end %>\n%{ for c in d ~}\n- a: c\n%{ endfor ~}\n';
    assert.equal(hidden(text), ['<% for c in d %>', '<% end %>', '%{ for c in d ~}', '%{ endfor ~}']);
    assert.is(new YamlSource('a.yaml', text).documents[0]?.problem, undefined);
  });

  test('takes what ytt fills in for unknown, though it is a comment', () => {
    const text = 'name: #@ data.values.name\nport: p #@ x\n#@ if y:\nkind: x #! z\n#@ end\n';
    assert.equal(hidden(text), []);
    const source = new YamlSource('a.yaml', text);
    assert.is(source.hasTemplateLines, true);
    const root = read<Record<string, string>>(text);
    assert.is(root.get('name').unknown, true);
    assert.is(root.get('port').value, 'p');
    assert.is(maskPlaceholders(text)?.text.length, text.length);
  });

  test('keeps every offset', () => {
    const text = 'a: {{X}}\nb: %Y%\n{{- if z }}\nc: last\n';
    const masked = maskPlaceholders(text);
    assert.is(masked?.text.length, text.length);
    assert.is(masked?.text.indexOf('last'), text.indexOf('last'));
    assert.equal(
      [...(masked?.text.matchAll(/\n/g) ?? [])].map(({ index }) => index),
      [...text.matchAll(/\n/g)].map(({ index }) => index),
    );
  });

  test('leaves a file readable around what it hides', () => {
    const root = read<Record<string, string>>('image: {{IMAGE}}:%TAG%\nname: web\n');
    assert.is(root.get('name').value, 'web');
    assert.is(root.get('image').unknown, true);
    assert.is(root.get('image').value, undefined);
  });

  test('takes linear time', () => {
    const text = `${'{{ a }} %b% "'.repeat(20_000)}\n${'{{'.repeat(100_000)}`;
    assert.ok(maskPlaceholders(text));
    assert.ok(maskPlaceholders(`a:${' '.repeat(200_000)}x #@ y\n#@ z\n`));
    assert.ok(maskPlaceholders(`a: #@ y${' '.repeat(200_000)}z\n${'<%'.repeat(100_000)}\n${'#{'.repeat(100_000)}`));
  });
});
