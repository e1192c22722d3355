import { readFile } from 'node:fs/promises';
import { globby } from 'globby';
import * as assert from 'uvu/assert';
import { renderDocs, replaceTable, ruleTable } from '../scripts/render-docs.ts';
import { suite } from './suite.ts';

suite('docs', (test) => {
  test('the rule pages are those that the rules give (npm run docs)', async () => {
    const pages = renderDocs();
    assert.equal((await globby('docs/rules/**')).sort(), [...pages.keys()].sort());
    for (const [path, text] of pages) assert.is(await readFile(path, 'utf8'), text, path);
  });

  test('the table in the README is current (npm run docs)', async () => {
    const readme = await readFile('README.md', 'utf8');
    assert.is(replaceTable(readme, ruleTable()), readme);
  });
});
