import { readFileSync } from 'node:fs';
import * as assert from 'uvu/assert';
import { rules } from '../../rules/index.ts';
import { Random } from '../../scripts/random.ts';
import type { TextEdit } from '../../src/diagnostic.ts';
import { fixesAt } from '../../src/editor/actions.ts';
import { completionsAt } from '../../src/editor/complete.ts';
import { fixAll } from '../../src/editor/fix-edits.ts';
import { hintsIn } from '../../src/editor/hints.ts';
import { hoverAt } from '../../src/editor/hover.ts';
import type { Knowledge } from '../../src/editor/knowledge.ts';
import { linksIn } from '../../src/editor/links.ts';
import { occurrencesIn } from '../../src/editor/names.ts';
import { OpenFile } from '../../src/editor/open-file.ts';
import { rename } from '../../src/editor/rename.ts';
import { outlineOf } from '../../src/editor/symbols.ts';
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
      const at = random.below(text.length + 1);
      const end = Math.min(text.length, at + (random.below(2) === 0 ? 0 : random.below(12)));
      text = text.slice(0, at) + (random.below(4) === 0 ? '' : random.pick(pieces)) + text.slice(end);
      const snapshot = file.take(text);
      const isWithin = ({ start, end: last }: Span): void =>
        assert.ok(0 <= start && start <= last && last <= snapshot.text.length, `${start}-${last} of\n${snapshot.text}`);
      const doNotMeet = (edits: readonly TextEdit[]): void => {
        for (const edit of edits) isWithin(edit);
        assert.ok(new EditSet().add(edits), snapshot.text);
      };
      const cursor = Math.min(at, snapshot.text.length);
      const everything = { start: 0, end: snapshot.text.length };
      for (const { span } of snapshot.diagnostics) isWithin(span);
      for (const outline of outlineOf(snapshot)) {
        for (const { span } of [outline, ...outline.children]) isWithin(span);
      }
      for (const { span, leadsTo } of occurrencesIn(snapshot)) {
        isWithin(span);
        isWithin(leadsTo ?? span);
      }
      for (const { edits } of fixesAt(snapshot, everything)) doNotMeet(edits);
      for (const { span } of linksIn(snapshot)) isWithin(span);
      for (const { offset } of hintsIn(snapshot, everything)) isWithin({ start: offset, end: offset });
      isWithin(completionsAt(snapshot, cursor, knowledge).span);
      isWithin(hoverAt(snapshot, cursor, knowledge)?.span ?? everything);
      const renamed = rename(snapshot, occurrencesIn(snapshot)[0]?.span.start ?? cursor, 'other');
      if (typeof renamed !== 'string') doNotMeet(renamed);
      if (i % 10 === 0) doNotMeet(fixAll(snapshot));
    }
  });
});
