import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { globbySync } from 'globby';
import * as assert from 'uvu/assert';
import { rules } from '../rules/index.ts';
import { corpusFolder as corpus } from '../scripts/manifests.ts';
import { manifestGlob } from '../src/cli/discover.ts';
import type { Diagnostic } from '../src/diagnostic.ts';
import { lint } from '../src/lint.ts';
import { recorded } from './recorded.ts';
import { suite } from './suite.ts';

/**
 * Real manifests, where they are at hand (see `corpusFolder`). What is found there is counted in `corpus.out`, so that a change of a rule shows how far it reaches: `UPDATE=1 npm test corpus`.
 */
const summaryFile = 'test/corpus.out';

suite('corpus', (test) => {
  if (!existsSync(corpus)) {
    console.log(`(no corpus at ${corpus}: its tests are left out) `);
    return;
  }
  const found = new Map(
    ['cloudrun', 'history', 'knative', 'kubernetes', 'other', 'terraform-run'].map((name) => [name, lintFolder(name)]),
  );
  const all = [...found.values()].flat();

  test('no rule crashes', () => {
    const crashes = all.filter(({ rule }) => rule === 'internal-error');
    assert.equal(
      crashes.map(({ path, message }) => `${path}: ${message}`),
      [],
    );
  });

  test('services for Knative on a cluster have no error', () => {
    const errors = found.get('knative')!.filter(({ severity }) => severity === 'error');
    assert.equal(
      errors.map(({ path, rule }) => `${path}: ${rule}`),
      [],
    );
  });

  test('what is not for Cloud Run is passed over in silence', () => {
    const others = [...found.get('kubernetes')!, ...found.get('other')!];
    assert.equal(
      others.map(({ path, rule }) => `${path}: ${rule}`),
      [],
    );
  });

  test('what is said of a v2 resource names no annotation that its file does not have', () => {
    const strange = found
      .get('terraform-run')!
      .filter(({ pointer }) => pointer.startsWith('/resource/google_cloud_run_v2_'))
      .filter(({ path, message, help = '' }) => {
        const keys = `${message} ${help}`.match(/(?:run\.googleapis\.com|autoscaling\.knative\.dev)\/[\w-]+/g) ?? [];
        return keys.some((key) => !readFileSync(path, 'utf8').includes(key));
      });
    assert.equal(
      strange.map(({ path, message }) => `${path}: ${message}`),
      [],
    );
  });

  test('finds as much as before (UPDATE=1 npm test corpus)', () => {
    const summary = summarise(found);
    assert.is(summary, recorded(summaryFile, summary, 'corpus'));
  });
});

function lintFolder(name: string): readonly Diagnostic[] {
  const files = globbySync([manifestGlob, '**/*.tf'], { cwd: join(corpus, name), dot: true }).sort();
  return files.flatMap((file) => {
    const path = join(corpus, name, file);
    return lint(path, readFileSync(path, 'utf8'), { rules }).diagnostics;
  });
}

/** A line a folder and rule: how often, how grave. Nothing of the manifests themselves. */
function summarise(found: ReadonlyMap<string, readonly Diagnostic[]>): string {
  const lines: string[] = [];
  for (const [folder, diagnostics] of found) {
    const counts = new Map<string, number>();
    for (const { rule, severity } of diagnostics) {
      const key = `${severity} ${rule}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    for (const [key, count] of [...counts].sort()) lines.push(`${folder} ${key} ${count}`);
  }
  return `${lines.join('\n')}\n`;
}
