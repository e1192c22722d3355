import { highlightTree, tagHighlighter, tags } from '@lezer/highlight';
import * as assert from 'uvu/assert';
import { hclLanguage } from '../../src/web/hcl-language.ts';
import { suite } from '../suite.ts';

const kinds = tagHighlighter([
  { tag: tags.comment, class: 'comment' },
  { tag: tags.string, class: 'string' },
  { tag: tags.number, class: 'number' },
  { tag: tags.keyword, class: 'keyword' },
  { tag: tags.propertyName, class: 'name' },
]);

function colored(text: string): readonly string[] {
  const parts: string[] = [];
  highlightTree(hclLanguage.parser.parse(text), kinds, (from, to, kind) =>
    parts.push(`${kind} ${text.slice(from, to)}`),
  );
  return parts;
}

suite('the colours of HCL', (test) => {
  test('tell blocks, attributes, texts, numbers and comments apart', () => {
    assert.equal(colored('resource "a" "b" {\n  count = 1 # one\n  on    = true\n}\n'), [
      'keyword resource',
      'string "a"',
      'string "b"',
      'name count',
      'number 1',
      'comment # one',
      'name on',
      'keyword true',
    ]);
  });

  test('follow texts with texts within, heredocs and long comments', () => {
    assert.equal(colored('a = "x-${f("y", { b = 1 })}"\n'), ['name a', 'string "x-${f("y", { b = 1 })}"']);
    assert.equal(colored('a = <<-EOT\n  b = 1\n  EOT\nc = 2\n'), [
      'name a',
      'string <<-EOT',
      'string   b = 1',
      'string   EOT',
      'name c',
      'number 2',
    ]);
    assert.equal(colored('/* a\nb */ c = 1\n// d'), [
      'comment /* a',
      'comment b */',
      'name c',
      'number 1',
      'comment // d',
    ]);
    assert.equal(colored('a = "open\nb = 2\n'), ['name a', 'string "open', 'name b', 'number 2']);
  });

  test('take a comparison for no attribute', () => {
    assert.equal(colored('x = a == 1\n'), ['name x', 'number 1']);
  });
});
