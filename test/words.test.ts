import { readFile } from 'node:fs/promises';
import { globby } from 'globby';
import * as assert from 'uvu/assert';
import { rules } from '../rules/index.ts';
import { help } from '../src/cli/help.ts';
import { fileNameOf } from '../src/examples.ts';
import { lint } from '../src/lint.ts';
import { suite } from './suite.ts';

/** Words that are rare for readers with English as a second language, or that a usual one says as well, and that one. */
const unusual: readonly (readonly [RegExp, string])[] = [
  [/\btold\b/i, 'reported, set, or the fact itself'],
  [/\bmend(?:ed|s)?\b/i, 'fixed'],
  [/\brepair(?:s|ed|able)?\b/i, 'fix'],
  [/\bhence\b|\bthereby\b|\btherein\b/i, 'so'],
];

/** How messages name what something is not. */
const isNo = /(?<!\bthere )\b(?:is|are) no (?!longer\b|such\b)/i;

function faults(where: string, text: string, more: readonly RegExp[] = []): readonly string[] {
  const found = [...unusual.map(([word]) => word), ...more].flatMap((word) => word.exec(text)?.[0] ?? []);
  return found.map((word) => `${where}: "${word}" in "${text.slice(0, 200)}"`);
}

suite('words', (test) => {
  test('of findings are usual ones', () => {
    const all = rules.flatMap((rule) =>
      rule.bad.flatMap((example) => {
        const { diagnostics } = lint(fileNameOf(example), example.yaml, { rules: [rule], target: 'cloud-run' });
        const texts = diagnostics.flatMap(({ message, help, fix, related }) => [
          message,
          help ?? '',
          fix?.title ?? '',
          ...related.map((place) => place.message),
        ]);
        // Names and values are the file's own.
        return texts.flatMap((text) => faults(rule.id, text.replace(/"[^"]*"/g, '""'), [isNo]));
      }),
    );
    assert.equal([...new Set(all)], []);
  });

  test('of rule pages are usual ones', () => {
    const all = rules.flatMap(({ id, summary, why, remedy }) =>
      [summary, why, remedy].flatMap((text) => faults(id, text)),
    );
    assert.equal(all, []);
  });

  test('of the documentation and of --help are usual ones', async () => {
    const files = await globby(['README.md', 'SECURITY.md', 'docs/*.md']);
    const texts = await Promise.all(files.map(async (file) => [file, await readFile(file, 'utf8')] as const));
    const all = [...texts, ['--help', help] as const].flatMap(([file, text]) =>
      text.split('\n').flatMap((line) => faults(file, line)),
    );
    assert.equal(all, []);
  });
});
