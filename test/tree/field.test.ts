import * as assert from 'uvu/assert';
import { insertEntry, replaceScalar } from '../../src/tree/edit.ts';
import { Field } from '../../src/tree/field.ts';
import type { Entry, ListNode, MapNode, Node, ScalarNode } from '../../src/tree/node.ts';
import { scalarTexts } from '../../src/tree/scalar-texts.ts';
import type { Source } from '../../src/tree/source.ts';
import { SourceText } from '../../src/tree/source-text.ts';
import { YamlSource } from '../../src/yaml/source.ts';
import { suite } from '../suite.ts';

/** A text in a language of its own: nodes are made by hand, each where its characters stand. */
const text = 'name = "web"  image = var.image  env { }  volume = merge(a, b)';

const at = (piece: string) => ({ start: text.indexOf(piece), end: text.indexOf(piece) + piece.length });

function scalar(piece: string, more: Partial<ScalarNode> = {}): ScalarNode {
  const span = at(piece);
  return {
    kind: 'scalar',
    text: piece,
    span,
    style: 'double-quoted',
    plain: undefined,
    offsetOf: (offset) => span.start + offset,
    ...more,
  };
}

const entry = (key: string, value: Node | null): Entry => ({ key, keySpan: at(key), value });
const map = (piece: string, entries: readonly Entry[], isOpen = false): MapNode => {
  return { kind: 'map', span: at(piece), isFlow: false, entries, isOpen };
};

const env: ListNode = { kind: 'list', span: at('{ }'), isFlow: false, items: [], isOpen: true };
const root = map(text, [
  entry('name', scalar('web')),
  entry('image', scalar('var.image', { text: `\${var.image}`, unknown: true, shownWhole: true })),
  entry('env', env),
  entry('volume', map('merge(a, b)', [{ key: 'medium', value: scalar('', { text: 'Memory' }), implied: true }], true)),
]);

const editor = new YamlSource('', '').editor;
const source: Source = Object.assign(new SourceText('main.tf', text), {
  comments: [],
  masked: [],
  language: 'hcl' as const,
  hasTemplateLines: false,
  editor,
  documents: [],
  scopesOfLines: () => new Map(),
});

interface Tree {
  name: string;
  image: string;
  env: { name: string }[];
  volume: { medium: string; sizeLimit: string };
  other: { name: string };
}

const tree = Field.root<Tree>({ source, start: 0, root, problem: undefined });
const shown = ({ span }: { span: { start: number; end: number } }) => text.slice(span.start, span.end);

suite('a tree of any language', (test) => {
  test('is read like YAML, with its own places', () => {
    assert.is(tree.get('name').value, 'web');
    assert.is(shown(tree.get('name')), 'web');
    assert.is(shown(tree.get('name').key), 'name');
    assert.is(shown(tree.get('name').part(1, 3)), 'eb');
    assert.equal(tree.keys, ['name', 'image', 'env', 'volume']);
  });

  test('says of some values that nothing is known', () => {
    assert.is(tree.get('image').exists, true);
    assert.is(tree.get('image').unknown, true);
    assert.is(tree.get('image').value, undefined);
    assert.is(shown(tree.get('image').part(2, 5)), 'var.image');
    const call = Field.root<string>({
      source,
      start: 0,
      root: scalar('web', { unknown: true }),
      problem: undefined,
    });
    assert.is(call.unknown, true);
    assert.is(call.value, undefined);
  });

  test('says where more may come, and only there', () => {
    assert.is(tree.get('env').mayHoldMore, true);
    assert.is(tree.get('volume').get('sizeLimit').mayHoldMore, true);
    assert.is(tree.get('image').mayHoldMore, true);
    assert.is(tree.mayHoldMore, false);
    assert.is(tree.get('other').get('name').mayHoldMore, false);
    assert.is(tree.get('name').mayHoldMore, false);
  });

  test('has what a language says by default, in the place of what lacks it, for nobody to edit', () => {
    const medium = tree.get('volume').get('medium');
    assert.is(medium.value, 'Memory');
    assert.is(medium.exists, true);
    assert.is(medium.isImplied, true);
    assert.is(tree.get('name').isImplied, false);
    for (const place of [medium, medium.key, medium.part(0, 3)]) assert.is(shown(place), 'volume');
    assert.equal(medium.fullSpan, { start: at('volume').end, end: at('volume').end });
    assert.is(replaceScalar(medium, 'Disk'), undefined);
    assert.is(insertEntry(medium, 'a', 1), undefined);
  });

  test('gives its words, what is implied included', () => {
    assert.equal(
      [...scalarTexts(root)],
      ['name', 'web', 'image', `\${var.image}`, 'env', 'volume', 'medium', 'Memory'],
    );
  });

  test('may hold more anywhere in a YAML file whose lines a template fills in', () => {
    const field = (yaml: string) => Field.root<Tree>(new YamlSource('a.yaml', yaml).documents[0]!);
    assert.is(field('{{ if .x }}\nname: a\n{{ end }}\nother: {}\n').get('other').mayHoldMore, true);
    assert.is(field('name: a\nother: {}\n').get('other').mayHoldMore, false);
  });
});
