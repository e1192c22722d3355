import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { globby } from 'globby';
import * as assert from 'uvu/assert';
import { isCollection, isMap, isScalar, parseAllDocuments } from 'yaml';
import { rules } from '../../rules/index.ts';
import { corpusFolder as corpus } from '../../scripts/manifests.ts';
import { lint } from '../../src/lint.ts';
import { type Fixed, fixText } from '../../src/policy/fix.ts';
import { YamlSource } from '../../src/yaml/source.ts';
import { suite } from '../suite.ts';

/** A value that is there on one side only, or differs: its path, with the value before and after. */
interface Difference {
  readonly path: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

const dependencies = /annotations>run\.googleapis\.com\/container-dependencies$/;
const isOrder = ({ path, after }: Difference): boolean => dependencies.test(path) && /^{"/.test(after ?? '');

/** What the fixes of rules may do to values where their own examples do not tell all. */
const meant: Readonly<Record<string, (difference: Difference) => boolean>> = {
  'app-starts-before-agent': isOrder,
  'app-starts-before-database-proxy': isOrder,
  'app-starts-before-sidecar': isOrder,
  'dependencies-not-json': ({ path, before, after }) =>
    dependencies.test(path) && words(before) === words(after) && JSON.parse(after ?? '') !== null,
  'deprecated-annotation': ({ path }) => />annotations>/.test(path),
  'duplicate-env': ({ path }) => />env>/.test(path),
  'export-noise': ({ path, after }) =>
    after === undefined && /^\d+>(?:status|metadata|spec>template>metadata)>/.test(path),
  'ignored-requests': ({ path, after }) => after === undefined && />requests>/.test(path),
  'implicit-volume-medium': ({ path, after }) => /emptyDir>medium$/.test(path) && after === 'Memory',
  'ineffective-annotation': ({ path, after }) => after === undefined && />metadata>annotations>/.test(path),
  'ineffective-field': ({ after }) => after === undefined,
  'ineffective-mesh-annotation': ({ path, after }) => after === undefined && />(?:annotations|labels)>/.test(path),
  'ineffective-readiness': ({ path, after }) => after === undefined && />readinessProbe>/.test(path),
  'invalid-annotation-value': ({ path }) => />annotations>/.test(path),
  'kubernetes-field': ({ after }) => after === undefined,
  'liveness-of-job': ({ path, after }) => after === undefined && />livenessProbe>/.test(path),
  'misplaced-annotation': ({ path }) => />annotations>/.test(path),
  'missing-launch-stage': ({ path, after }) => /launch-stage$/.test(path) && after === 'BETA',
  'proxy-starts-before-app': isOrder,
  'reserved-env': ({ path }) => />env>/.test(path),
  'throttled-agent': ({ path, after }) => /cpu-throttling$/.test(path) && after === 'false',
  'throttled-database-proxy': ({ path, after }) => />args>/.test(path) && after === '--lazy-refresh',
  'unbounded-memory-volume': ({ path, after }) => /emptyDir>sizeLimit$/.test(path) && after !== undefined,
  'unknown-annotation': ({ path }) => />annotations>/.test(path),
  'unknown-field': ({ before, after }) => before === undefined || after === undefined,
  'unknown-proxy-flag': ({ path }) => />args>/.test(path),
  'wrong-type': ({ before, after }) => before?.startsWith(after ?? ' ') === true,
};

/** What the fix of a rule may do to values: as said above, or else to the keys that it changes in its own examples. */
function isMeant(id: string, difference: Difference): boolean {
  const known = meant[id];
  if (known) return known(difference);
  const { fixes } = rules.find((rule) => rule.id === id)!;
  const shown = Object.values(fixes ?? {}).flatMap(({ before, after }) => [...differences(before, after)]);
  return shown.some(({ path }) => lastKey(path) === lastKey(difference.path));
}

/** The key that a path ends in, whatever the place in a list below it. */
function lastKey(path: string): string | undefined {
  return path.split('>').findLast((step) => !/^\d+$/.test(step));
}

if (existsSync(corpus)) {
  suite('fixes/corpus', (test) => {
    for (const unsafe of [false, true]) {
      test(`${unsafe ? 'all' : 'safe'} fixes change what they mean to, and leave nothing to fix`, async () => {
        let changed = 0;
        for (const file of (await globby(`${corpus}/{cloudrun,history}/**/*.{yaml,yml,template,tpl}`)).sort()) {
          const text = await readFile(file, 'utf8');
          const fix = (before: string): Fixed =>
            fixText(before, { unsafe, lint: (tried) => lint(file, tried, { rules }).diagnostics });
          const fixed = fix(text);
          if (fixed.text === text) continue;
          changed++;
          assert.is(fix(fixed.text).text, fixed.text, file);
          for (const [index, { problem }] of new YamlSource(file, text).documents.entries()) {
            if (!problem) assert.is(new YamlSource(file, fixed.text).documents[index]?.problem, undefined, file);
          }
          const applied = new Set(fixed.applied.map(({ rule }) => rule));
          for (const difference of differences(text, fixed.text)) {
            const explained = [...applied].some((rule) => isMeant(rule, difference));
            assert.ok(explained, `${file}: ${JSON.stringify(difference)} by ${[...applied].join(', ')}`);
          }
          assert.equal(
            remarks(fixed.text).filter((one) => !text.includes(one)),
            [],
            file,
          );
        }
        assert.ok(changed >= 50, `only ${changed} files`);
      });
    }
  });
}

function* differences(before: string, after: string): Generator<Difference> {
  const [was, is] = [values(before), values(after)];
  for (const [path, value] of was) if (is.get(path) !== value) yield { path, before: value, after: is.get(path) };
  for (const [path, value] of is) if (!was.has(path)) yield { path, before: undefined, after: value };
}

/** Every scalar of a text as a string, by path. A list's first item has no step of its own: it may have had no list. */
function values(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const visit = (node: unknown, path: string): void => {
    if (isScalar(node)) found.set(path, String(node.value ?? ''));
    else if (isMap(node)) for (const { key, value } of node.items) visit(value, `${path}>${String(key)}`);
    else if (isCollection(node))
      for (const [i, item] of node.items.entries()) visit(item, i === 0 ? path : `${path}>${i}`);
  };
  const options = { schema: 'failsafe', uniqueKeys: false, logLevel: 'silent' } as const;
  for (const [i, document] of parseAllDocuments(text, options).entries()) visit(document.contents, String(i));
  return found;
}

function words(text: string | undefined): string {
  return text?.replace(/[^\w-]+/g, ' ').trim() ?? '';
}

/** The comments of a text: fixes keep them or take them along, but write none. */
function remarks(text: string): string[] {
  return new YamlSource('a.yaml', text).comments.map((comment) => comment.text);
}
