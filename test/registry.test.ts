import { readFileSync } from 'node:fs';
import { globby } from 'globby';
import * as assert from 'uvu/assert';
import { categories, rules } from '../rules/index.ts';
import { fileNameOf, readExpectations } from '../src/examples.ts';
import { lint } from '../src/lint.ts';
import { suite } from './suite.ts';

const ruleFiles = (await globby('rules/*/*.ts')).sort();
const sources = (await globby(['src/**/*.ts', 'rules/**/*.ts'])).sort();

/** What a file imports, as paths from the project's root, or names of packages; types alone only where asked for. */
function importsOf(file: string, { types = false } = {}): string[] {
  const folder = new URL(file, 'file:///');
  return [
    ...readFileSync(file, 'utf8').matchAll(
      /^(?:import|export)\b([^'"`;]*?)from '([^']+)'|^import '([^']+)'|import\('([^']+)'\)/gm,
    ),
  ]
    .filter(([, names = '']) => types || !/^ (?:type\b|\{(?:\s*type \w+(?: as \w+)?,?)+\s*\} $)/.test(names))
    .map(([, , named, bare, lazy]) => {
      const target = named ?? bare ?? lazy!;
      return target.startsWith('.') ? new URL(target, folder).pathname.slice(1) : target;
    });
}

/** The layers of the project, as ARCHITECTURE.md orders them: folders, and files that lie in none. */
const layers = readFileSync('ARCHITECTURE.md', 'utf8')
  .split('\n')
  .filter((line) => /^\| `(?:src|rules)\//.test(line))
  .flatMap((line) => [...line.split('|')[1]!.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path));

/** Where the layer of a file stands in their order. */
function layerOf(file: string): number {
  const found = layers.filter((layer) => (layer.endsWith('/') ? file.startsWith(layer) : file === layer));
  assert.is(found.length, 1, `${file} lies in ${found.length} layers of ARCHITECTURE.md`);
  return layers.indexOf(found[0]!);
}

/** Rules whose messages need not name the container that their finding lies in, and why. */
const namesNoContainer: Readonly<Record<string, string>> = {
  'duplicate-key': 'about YAML itself: the line tells all',
  'unquoted-placeholder': 'about YAML itself: the line tells all',
  'knative-only': 'about the whole service: where it shows is a clue',
};

suite('registry', (test) => {
  test('lists every rule file once, under the name of its folder', () => {
    const listed = categories.flatMap(({ id, rules: own }) => own.map((rule) => `rules/${id}/${rule.id}.ts`));
    assert.equal(
      listed.sort(),
      ruleFiles.filter((file) => !file.endsWith('/index.ts')),
    );
  });

  test('gives every rule and category an id of its own', () => {
    assert.is(new Set(rules.map(({ id }) => id)).size, rules.length);
    assert.is(new Set(categories.map(({ id }) => id)).size, categories.length);
    for (const { id } of [...rules, ...categories]) assert.match(id, /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
  });

  test('keeps an id that a rule had before for the rules that came of it', () => {
    const own = new Set(rules.map(({ id }) => id));
    for (const { id, deprecatedIds = [] } of rules) {
      assert.is(new Set(deprecatedIds).size, deprecatedIds.length, id);
      assert.not.ok(deprecatedIds.includes(id), id);
      for (const before of deprecatedIds) {
        assert.match(before, /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
        assert.not.ok(
          categories.some((category) => category.id === before),
          before,
        );
        // A rule that took part of another's findings over: that one is still about the rest.
        if (own.has(before))
          assert.ok(rules.findIndex((rule) => rule.id === before) < rules.findIndex((rule) => rule.id === id), id);
      }
    }
  });

  test('says of every category what it is about', () => {
    for (const { id, title, summary } of categories) {
      assert.match(title, /^[A-Z].*[a-zA-Z]$/, id);
      assert.match(summary, /^[A-Z].*\.$/, id);
    }
  });

  test('says of every rule what it finds, why it matters and what to do', () => {
    for (const { id, summary, why, remedy } of rules) {
      for (const prose of [summary, why]) assert.match(prose, /^(?:[A-Z`]|gcloud ).*[.)]$/s, id);
      assert.match(remedy, /^[A-Z`].*\S$/s, id);
      assert.not.match(summary, /\n/, id);
    }
  });

  test('says of every rule where its facts come from', () => {
    for (const { id, references } of rules) {
      assert.ok(references.length > 0, id);
      assert.is(new Set(references).size, references.length, id);
      for (const link of references) assert.match(link, /^https:\/\/[^\s<>]+$/, id);
    }
  });

  test('foretells no refusal where it only advises', () => {
    for (const { id, predicts, severity } of rules) {
      if (predicts !== undefined) assert.is.not(severity, 'info', id);
    }
  });

  test('says that the wording is unpublished only where it gives none', () => {
    for (const { id, predicts, refused, severity } of rules) {
      if (!refused) continue;
      assert.is(predicts, undefined, id);
      assert.is(severity, 'error', id);
    }
  });

  test('gives each of several refusals that are whole in some example, and no other', () => {
    for (const rule of rules) {
      if (rule.predicts === undefined || typeof rule.predicts === 'string') continue;
      const found = rule.bad.flatMap(
        ({ yaml }) => lint('a.yaml', yaml, { rules: [rule], target: 'cloud-run' }).diagnostics,
      );
      const given = new Set(found.flatMap(({ predicts }) => predicts ?? []));
      const isKnown = (said: string) =>
        rule.predicts!.includes(said) ||
        [rule.predicts!].flat().some((part) => part.endsWith(' …') && said.startsWith(part.slice(0, -1)));
      assert.equal(
        [...given].filter((said) => !isKnown(said)),
        [],
        rule.id,
      );
      assert.equal(
        rule.predicts.filter((said) => !said.includes('…') && !given.has(said)),
        [],
        rule.id,
      );
    }
  });

  test('shows of every rule a bad and a good example', () => {
    for (const { id, category, bad, good } of rules) {
      assert.ok(good.length > 0, id);
      assert.ok(bad.length > 0 || category === 'itself', id);
    }
  });

  test('words every message as whole sentences on one line', () => {
    for (const { id, bad } of rules) {
      for (const { message } of bad.flatMap(({ yaml }) => readExpectations(yaml))) {
        assert.match(message, /^(?:["A-Z0-9`]|gcloud ).*[.?)]$/, `${id}: ${message}`);
      }
    }
  });

  test('names the container in every message about one, since some formats show the message alone', () => {
    for (const rule of rules) {
      if (rule.id in namesNoContainer) continue;
      for (const example of rule.bad) {
        const { yaml } = example;
        // An only container seldom has a name, but the same message may be said of one among several.
        const named = yaml.replace(/^( *)- image: /gm, '$1- name: named-here\n$1  image: ');
        const chosen = rule.category === 'itself' ? rules : [rule];
        for (const text of [yaml, named]) {
          const found = lint(fileNameOf(example), text, { rules: chosen, explicit: true }).diagnostics;
          for (const { message, rule: id, subject } of found.filter((diagnostic) => diagnostic.rule === rule.id)) {
            const container = subject?.container;
            if (container !== undefined) assert.ok(message.includes(`"${container}"`), `${id}: ${message}`);
          }
        }
      }
    }
  });

  test('fixes what it says it fixes, and as safely as it says', () => {
    for (const rule of rules) {
      const chosen = rule.category === 'itself' ? rules : [rule];
      const found = rule.bad
        .flatMap(
          (example) =>
            lint(fileNameOf(example), example.yaml, { rules: chosen, explicit: true, target: 'cloud-run' }).diagnostics,
        )
        .filter((diagnostic) => diagnostic.rule === rule.id);
      const offered = new Set(found.flatMap(({ fix }) => (fix ? [fix.safe ? 'safe' : 'unsafe'] : [])));
      assert.equal([...offered], rule.fixable === undefined ? [] : [rule.fixable], rule.id);
    }
  });
});

suite('imports', (test) => {
  test('go one way, in the order of the layers in ARCHITECTURE.md', () => {
    for (const file of sources) {
      const layer = layerOf(file);
      for (const target of importsOf(file)) {
        if (/^(?:src|rules)\//.test(target)) assert.ok(layerOf(target) <= layer, `${file} imports ${target}`);
      }
    }
  });

  test('are found in whatever form they are written', () => {
    const counted = new Set(sources.flatMap((file) => importsOf(file)));
    assert.ok(counted.has('src/format/sarif.ts'), 'loaded when used');
    assert.ok(counted.has('src/tree/edit.ts'), 'types beside values');
    assert.not.ok(counted.has('src/graph/graph.ts'), 'types alone');
  });

  test('run in no circle', () => {
    const settled = new Set<string>();
    const visit = (file: string, way: readonly string[]): void => {
      assert.not.ok(way.includes(file), [...way, file].join(' imports '));
      if (settled.has(file)) return;
      for (const target of importsOf(file)) if (sources.includes(target)) visit(target, [...way, file]);
      settled.add(file);
    };
    for (const file of sources) visit(file, []);
  });

  test('of a rule are src/rule-kit.ts and src/examples.ts, so that no rule leans on another', () => {
    for (const file of ruleFiles.filter((name) => !name.endsWith('/index.ts'))) {
      const strange = importsOf(file, { types: true }).filter(
        (target) => !['src/rule-kit.ts', 'src/examples.ts'].includes(target),
      );
      assert.equal(strange, [], file);
    }
  });

  test('of Node stay in the command line, so that the rest runs anywhere', () => {
    for (const file of sources.filter((name) => !name.startsWith('src/cli/'))) {
      assert.equal(
        importsOf(file).filter((target) => target.startsWith('node:')),
        [],
        file,
      );
    }
  });
});
