import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { globby } from 'globby';
import * as assert from 'uvu/assert';
import { rules } from '../rules/index.ts';
import { corpusFolder, readManifests } from '../scripts/manifests.ts';
import { connectors } from '../src/catalogue/connectors.ts';
import { products } from '../src/catalogue/index.ts';
import type { Product } from '../src/catalogue/product.ts';
import { sourceOf } from '../src/dialect/source-of.ts';
import { type Example, fileNameOf } from '../src/examples.ts';
import { instanceOf } from '../src/instance/instance.ts';
import { lint } from '../src/lint.ts';
import { ManifestFile } from '../src/model/manifest-file.ts';
import { wrap } from '../src/text/cells.ts';
import { nearMissesOf } from './near-misses.ts';
import { suite } from './suite.ts';

/** What a help has of 80 columns, behind the bar of a file with up to 999 lines and the word "help". */
const columns = 80 - 12;

/** Words with which a sentence says what to write. */
const imperative =
  /(?:^|[.:;,] |\b(?:or|and) )(?:add|ask|begin|bind|catch|change|choose|correct|did you mean|export|give|grant|keep|leave|let|lint|list|lower|make|mount|move|put|quote|raise|read|remove|say|set|shorten|start|take|use|write)\b/i;

/** The products of a file's containers. */
function productsIn(path: string, text: string): readonly Product[] {
  const file = new ManifestFile(sourceOf(path, text), { explicit: true, target: 'cloud-run' });
  const ids = new Set(
    file.workloads.flatMap((workload) => instanceOf(workload).members.flatMap(({ product }) => product?.id ?? [])),
  );
  return products.filter(({ id }) => ids.has(id));
}

/** What is wrong with the help that is printed for the findings in a text. */
function faultsIn(path: string, text: string): readonly string[] {
  const { diagnostics } = lint(path, text, { rules, explicit: true, target: 'cloud-run' });
  const here = diagnostics.length > 0 ? productsIn(path, text) : [];
  return diagnostics.flatMap(({ help, message, rule }) => {
    if (help === undefined) {
      return imperative.test(message) ? [] : [`${rule}: nothing says what to write: ${message}`];
    }
    const fault = faultOf(help, text, here);
    return fault === undefined ? [] : [`${rule} ${fault}: ${help}`];
  });
}

function faultOf(help: string, text: string, here: readonly Product[]): string | undefined {
  if (!/[.?]$/.test(help)) return 'is cut off';
  if (wrap(help, columns).length > 3) return 'has more than three lines';
  if (help.includes('`')) return 'has backticks, where names stand in double quotes';
  const stranger = products.find(
    ({ name }) => help.includes(name) && !text.includes(name) && !here.some((one) => one.name === name),
  );
  if (stranger) return `names ${stranger.name}, which is not in the file`;
  const flags =
    JSON.stringify(here) +
    JSON.stringify(
      connectors
        .filter(({ product }) => here.some(({ id }) => id === product))
        .map(({ switches, values }) => [...switches, ...values].map((flag) => `--${flag}`)),
    );
  const foreign = [...help.matchAll(/(?<=")--[a-z][\w.-]*/g)].find(
    ([flag]) => !flags.includes(`"${flag}"`) && !text.includes(flag) && !ofOurOwn.has(flag),
  );
  return foreign && `names ${foreign[0]}, which no product in the file has`;
}

/** Flags of cloudrun-lint itself. */
const ofOurOwn: ReadonlySet<string> = new Set(['--target', '--rule', '--format']);

async function examplesOf(): Promise<readonly Example[]> {
  const nearMisses = await Promise.all(rules.map(nearMissesOf));
  return [...rules.flatMap(({ bad }) => bad), ...nearMisses.flatMap(({ examples }) => examples)];
}

suite('help', (test) => {
  test('of every finding in examples and near misses is whole, short, and about this file', async () => {
    const faults = (await examplesOf()).flatMap((example) => faultsIn(fileNameOf(example), example.yaml));
    assert.equal([...new Set(faults)], []);
  });

  test('of every finding in real files is, too', async () => {
    const real = existsSync(corpusFolder)
      ? (await Promise.all(['cloudrun', 'history'].map((name) => readManifests(join(corpusFolder, name))))).flat()
      : [];
    const paths = await globby('examples/*/*.{yaml,tf}');
    const own = await Promise.all(paths.map(async (path) => ({ path, text: await readFile(path, 'utf8') })));
    const faults = [...real, ...own].flatMap(({ path, text }) => faultsIn(path, text));
    assert.equal([...new Set(faults)], []);
  });

  test('that holds for all findings of a rule names nothing that only some files have', () => {
    for (const { id, help } of rules) {
      if (help) assert.is(faultOf(String(help), '', []), undefined, id);
    }
  });
});
