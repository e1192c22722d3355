import { readFileSync } from 'node:fs';
import * as assert from 'uvu/assert';
import { rules } from '../../rules/index.ts';
import { sinceIn } from '../../scripts/site/since.ts';
import { suite } from '../suite.ts';

suite('since which version', (test) => {
  test('is told by the changelog', () => {
    const since = sinceIn(
      [
        '# Changelog\n',
        '## 0.3.0 (unreleased)\n',
        '- New rule `young-one`.\n- `old-one` finds more.\n',
        '## 0.2.0\n',
        '- New rules for volumes: `second-one` and\n  `third-one`.\n',
        '## 0.1.0\n',
        '- The first version.\n',
      ].join('\n'),
    );
    assert.is(since('young-one'), 'new in 0.3.0, not released yet');
    assert.is(since('second-one'), 'since 0.2.0');
    assert.is(since('third-one'), 'since 0.2.0');
    assert.is(since('old-one'), 'since 0.1.0');
  });

  test('is told of every rule', () => {
    const since = sinceIn(readFileSync('CHANGELOG.md', 'utf8'));
    for (const { id } of rules) assert.match(since(id), /^(?:since|new in) \d+\.\d+\.\d+/, id);
  });
});
