import * as assert from 'uvu/assert';
import { rules } from '../../rules/index.ts';
import type { TextEdit } from '../../src/diagnostic.ts';
import { fixesAt, ignoresAt } from '../../src/editor/actions.ts';
import { editsBetween, fixAll } from '../../src/editor/fix-edits.ts';
import { OpenFile } from '../../src/editor/open-file.ts';
import { analyse } from '../../src/lint.ts';
import { EditSet } from '../../src/policy/apply-edits.ts';
import { fixText } from '../../src/policy/fix.ts';
import { suite } from '../suite.ts';
import { analyseHere, open, placeOf, shop } from './manifest.ts';

function applied(text: string, edits: readonly TextEdit[]): string {
  const set = new EditSet();
  assert.ok(set.add(edits), 'edits that overlap');
  return set.applyTo(text);
}

suite('actions', (test) => {
  test('fix what is found at a place, and say what may change more', () => {
    const text = shop.replace('containerPort: 8080', 'containerPort: "8080x"').replace('64Mi', '64mb');
    for (const { fix, span, rule } of analyseHere(text).diagnostics) {
      if (!fix) continue;
      const offered = fixesAt(open(text), span).find(({ finding }) => finding.rule === rule);
      assert.is(offered?.isPreferred, fix.safe);
      assert.is(offered?.title.endsWith(' (may change cost or behaviour)'), !fix.safe);
    }
  });

  test('touch no line that is half typed', () => {
    const file = new OpenFile(analyseHere);
    file.take(shop);
    const { blanked, ...rest } = file.take(shop.replace('image: acme/web', 'image: {acme'));
    const everywhere = { start: 0, end: shop.length };
    for (const { edits } of fixesAt({ blanked, ...rest }, everywhere)) {
      for (const edit of edits) assert.ok(edit.end < blanked!.start || edit.start > blanked!.end);
    }
    assert.equal(ignoresAt({ blanked, ...rest }, everywhere), []);
  });

  test('write the comment that silences, with the cursor where the reason goes', () => {
    const at = placeOf(shop, 'acme/web');
    const [ignore] = ignoresAt(open(shop), { start: at, end: at });
    const after = applied(shop, ignore!.edits);
    assert.match(after, /\n {10}# cloudrun-lint-ignore floating-image-tag: \n {10}image: acme\/web\n/);
    assert.is(after.slice(0, ignore!.cursor).endsWith('floating-image-tag: '), true);
    const reasoned = `${after.slice(0, ignore!.cursor)}pinned by CI${after.slice(ignore!.cursor)}`;
    const found = analyseHere(reasoned).diagnostics.find(({ rule }) => rule === 'floating-image-tag');
    assert.equal(found?.suppressed, { by: 'comment', reason: 'pinned by CI' });
  });

  test('silence with a comment that really does, or offer none', () => {
    let offered = 0;
    for (const { bad } of rules.filter((_, i) => i % 5 === 0)) {
      for (const { yaml } of bad.slice(0, 1)) {
        const snapshot = open(yaml);
        for (const { edits, finding, cursor } of ignoresAt(snapshot, { start: 0, end: yaml.length })) {
          offered++;
          const after = applied(snapshot.text, edits);
          const reasoned = `${after.slice(0, cursor)}because${after.slice(cursor)}`;
          const silenced = analyseHere(reasoned).diagnostics.filter(
            ({ suppressed }) => suppressed?.reason === 'because',
          );
          assert.ok(
            silenced.some(({ rule }) => rule === finding.rule),
            `${finding.rule}\n${reasoned}`,
          );
        }
      }
    }
    assert.ok(offered > 30, `${offered}`);
  });

  test('offer no comment against a rule that is locked', () => {
    const locked = new Set(['floating-image-tag']);
    const file = new OpenFile((text) => analyse('service.yaml', text, { rules, locked }));
    const at = placeOf(shop, 'acme/web');
    assert.equal(ignoresAt(file.take(shop), { start: at, end: at }), []);
  });

  test('make all safe fixes that the command line makes', () => {
    let changed = 0;
    for (const { bad, fixable } of rules) {
      if (fixable !== 'safe') continue;
      for (const { yaml } of bad.slice(0, 1)) {
        const wanted = fixText(yaml, { unsafe: false, lint: (text) => analyseHere(text).diagnostics });
        assert.is(applied(yaml, fixAll(open(yaml))), wanted.text);
        if (wanted.text !== yaml) changed++;
      }
    }
    assert.ok(changed > 5, `${changed}`);
  });

  test('change only the lines that differ', () => {
    const edits = editsBetween('a\nb\nc\nd\n', 'a\nB\nc\nd\ne\n');
    assert.equal(edits, [
      { start: 2, end: 4, text: 'B\n' },
      { start: 8, end: 8, text: 'e\n' },
    ]);
    assert.equal(editsBetween('a\n', 'a\n'), []);
  });
});
