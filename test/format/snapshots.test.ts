import { readFileSync } from 'node:fs';
import * as assert from 'uvu/assert';
import { formats } from '../../src/format/index.ts';
import { suite } from '../suite.ts';
import { cleanReport, options, report } from './report.ts';
import { matchesSnapshot } from './snapshots.ts';

suite('formats', (test) => {
  for (const [name, format] of Object.entries(formats)) {
    test(`${name} gives what it gave`, async () => {
      const formatter = await format.load();
      matchesSnapshot(`${name}.txt`, formatter(report, options));
      matchesSnapshot(`${name}-clean.txt`, formatter(cleanReport, options));
    });
    test(`${name} is in docs/output-formats.md`, () => {
      assert.match(readFileSync('docs/output-formats.md', 'utf8'), new RegExp(`^\\| \`${name}\` \\|`, 'm'));
    });
    test(`${name} ends with a newline or is empty`, async () => {
      const formatter = await format.load();
      for (const output of [formatter(report, options), formatter(cleanReport, options)]) {
        assert.match(output, /^$|\n$/);
      }
    });
  }
});
