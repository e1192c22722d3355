import { readFileSync } from 'node:fs';
import * as assert from 'uvu/assert';
import { rules } from '../../rules/index.ts';
import { Random } from '../../scripts/random.ts';
import { givenFiles } from '../../src/beside/given-files.ts';
import type { TextEdit } from '../../src/diagnostic.ts';
import { fixesAt } from '../../src/editor/actions.ts';
import { completionsAt } from '../../src/editor/complete.ts';
import { fixAll } from '../../src/editor/fix-edits.ts';
import { hintsIn } from '../../src/editor/hints.ts';
import { hoverAt } from '../../src/editor/hover.ts';
import type { Knowledge } from '../../src/editor/knowledge.ts';
import { linksIn } from '../../src/editor/links.ts';
import { occurrencesIn } from '../../src/editor/names.ts';
import { OpenFile, type Snapshot } from '../../src/editor/open-file.ts';
import { rename } from '../../src/editor/rename.ts';
import { outlineOf } from '../../src/editor/symbols.ts';
import { analyse } from '../../src/lint.ts';
import { EditSet } from '../../src/policy/apply-edits.ts';
import type { Span } from '../../src/tree/span.ts';
import { suite } from '../suite.ts';
import { analyseHere, shop } from './manifest.ts';

const schemas = new Map(
  ['service', 'job', 'worker-pool', 'instance'].map((kind) => [
    kind,
    JSON.parse(readFileSync(`schemas/${kind}.json`, 'utf8')),
  ]),
);
const knowledge: Knowledge = {
  page: (id) => rules.find((rule) => rule.id === id),
  schema: (kind) => schemas.get(kind),
};

/** More for a long run: `EDITS=10000 npm test editor/edits`. */
const times = Number(process.env.EDITS ?? 300);
const pieces = [
  '\n',
  ' ',
  '  ',
  ':',
  '- ',
  '{',
  '}',
  '[',
  ']',
  '"',
  "'",
  '#',
  '&a ',
  '*a',
  '\t',
  '|',
  '\r\n',
  'x',
  '${A}',
  '{{ if }}\n',
  '\ufeff',
  '😀',
];

suite('an open file under random edits', (test) => {
  test('answers everything, with places within the text and edits that do not overlap', () => {
    const random = new Random(7);
    const texts = [
      shop,
      ...rules.filter((_, i) => i % 9 === 0).flatMap(({ bad }) => bad.slice(0, 1).map(({ yaml }) => yaml)),
    ];
    let file = new OpenFile(analyseHere);
    let text = shop;
    for (let i = 0; i < times; i++) {
      if (i % 40 === 0) {
        file = new OpenFile(analyseHere);
        text = random.pick(texts);
      }
      const edited = editedOf(text, random);
      const { at } = edited;
      text = edited.text;
      answersEverything(file.take(text), at, i % 10 === 0);
    }
  });

  test('and files beside it under random edits, too', () => {
    const random = new Random(11);
    const trees = rules.flatMap(({ bad }) => bad.flatMap(({ yaml, files }) => (files ? { yaml, files } : [])));
    let texts = new Map<string, string>();
    let open = new OpenFile(analyseHere);
    let found = 0;
    for (let i = 0; i < times; i++) {
      if (i % 15 === 0) {
        const { yaml, files } = random.pick(trees);
        texts = new Map([['service.yaml', yaml], ...Object.entries(files)]);
        open = new OpenFile((text) => {
          const around = givenFiles(Object.fromEntries([...texts].slice(1)), '');
          return analyse('service.yaml', text, { rules, filesAround: () => around });
        });
      }
      const [path, text] = random.pick([...texts]);
      const { text: edited, at } = editedOf(text, random);
      if (i % 15 !== 0) texts.set(path, edited);
      const snapshot = open.take(texts.get('service.yaml')!, path !== 'service.yaml');
      answersEverything(snapshot, path === 'service.yaml' ? at : 0, i % 10 === 0);
      for (const { path: place, span, about, related } of snapshot.elsewhere) {
        isWithin(span, texts.get(place)!);
        isWithin(about!.span, snapshot.text);
        for (const other of related) isWithin(other.span, texts.get(other.path ?? place)!);
        found++;
      }
    }
    assert.ok(found > times / 10, `${found}`);
  });
});

/** A text after one edit, and where that is. */
function editedOf(text: string, random: Random): { readonly text: string; readonly at: number } {
  const at = random.below(text.length + 1);
  const end = Math.min(text.length, at + (random.below(2) === 0 ? 0 : random.below(12)));
  return { text: text.slice(0, at) + (random.below(4) === 0 ? '' : random.pick(pieces)) + text.slice(end), at };
}

function isWithin({ start, end }: Span, text: string): void {
  assert.ok(0 <= start && start <= end && end <= text.length, `${start}-${end} of\n${text}`);
}

function answersEverything(snapshot: Snapshot, at: number, withFixAll: boolean): void {
  const isHere = (span: Span): void => isWithin(span, snapshot.text);
  const doNotMeet = (edits: readonly TextEdit[]): void => {
    for (const edit of edits) isHere(edit);
    assert.ok(new EditSet().add(edits), snapshot.text);
  };
  const cursor = Math.min(at, snapshot.text.length);
  const everything = { start: 0, end: snapshot.text.length };
  for (const { span } of snapshot.diagnostics) isHere(span);
  for (const outline of outlineOf(snapshot)) {
    for (const { span } of [outline, ...outline.children]) isHere(span);
  }
  for (const { span, leadsTo } of occurrencesIn(snapshot)) {
    isHere(span);
    isHere(leadsTo ?? span);
  }
  for (const { edits } of fixesAt(snapshot, everything)) doNotMeet(edits);
  for (const { span } of linksIn(snapshot)) isHere(span);
  for (const { offset } of hintsIn(snapshot, everything)) isHere({ start: offset, end: offset });
  isHere(completionsAt(snapshot, cursor, knowledge).span);
  isHere(hoverAt(snapshot, cursor, knowledge)?.span ?? everything);
  const renamed = rename(snapshot, occurrencesIn(snapshot)[0]?.span.start ?? cursor, 'other');
  if (typeof renamed !== 'string') doNotMeet(renamed);
  if (withFixAll) doNotMeet(fixAll(snapshot));
}
