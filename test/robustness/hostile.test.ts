import * as assert from 'uvu/assert';
import { rules } from '../../rules/index.ts';
import { check } from '../../scripts/fuzz/check.ts';
import { Random } from '../../scripts/random.ts';
import { type LintResult, lint } from '../../src/lint.ts';
import { suite } from '../suite.ts';
import { traps, withEverywhere } from './traps.ts';

const head = 'apiVersion: serving.knative.dev/v1\nkind: Service\nmetadata:\n  name: shop\n';

/** The text of an ordinary file, only long. What it takes tells how fast this machine is. */
const ordinary = `${head}spec:\n  template:\n    spec:\n      containers:\n        - image: nginx:1.27.3\n          env:\n${Array.from(
  { length: 20_000 },
  (_, i) => `            - { name: V${i}, value: x }\n`,
).join('')}`;

/** Lints a text and gives the CPU time that it took, in milliseconds. */
function timed(text: string): { readonly result: LintResult; readonly spent: number } {
  const start = process.cpuUsage();
  const result = lint('service.yaml', text, { rules, explicit: true });
  return { result, spent: process.cpuUsage(start).user / 1000 };
}

/** What the longest texts here take several times; twenty times as much would be a cost that explodes. */
const baseline = timed(ordinary).spent;

function run(text: string): LintResult {
  const { result, spent } = timed(text);
  assert.ok(spent < 20 * baseline, `took ${spent.toFixed(0)} ms, an ordinary text ${baseline.toFixed(0)} ms`);
  const crashed = result.diagnostics.filter(({ rule }) => rule === 'internal-error');
  assert.equal(
    crashed.map(({ message }) => message),
    [],
  );
  return result;
}

/** Expects that the file is told to be unreadable: once, in so many words. */
function refuses(text: string, pattern: RegExp): void {
  const { diagnostics } = run(text);
  const syntax = diagnostics.filter(({ rule }) => rule === 'yaml-syntax');
  assert.is(syntax.length, 1, syntax.map(({ message }) => message.slice(0, 100)).join('\n'));
  assert.match(syntax[0]!.message, pattern);
  assert.ok(syntax[0]!.message.length < 500);
}

/** A character or more, 100,000 times. */
function many(text: string): string {
  return text.repeat(100_000);
}

/** A container with one setting, in which an author can write as much as there is room for. */
function container(image: string, setting: string, more = ''): string {
  return `containers:\n  - image: ${image}\n    ${setting}${more}`;
}

/** Containers, each with a value that an expression that tries again at each of its characters would not come to the end of. */
const lost: Readonly<Record<string, string>> = {
  'slashes in a mount path': container('acme/shop:1', `volumeMounts: [{ name: data, mountPath: "/a${many('/')}x" }]`),
  'colons in the address of a proxy': container(
    'gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.0',
    `args: ["--address=${many(':')}!", "acme:europe-west1:shop"]`,
  ),
  'a host like that of a registry': container(`"a${'-docker.pkg.a'.repeat(30_000)}_/shop:1"`, 'args: []'),
  'blanks behind an amount': container('acme/shop:1', `resources: { limits: { memory: "1${many(' ')}x" } }`),
  'underscores where a variable has a name': container('acme/shop:1', `env: ["a${many('_')}!=x"]`),
  'the name of a variable that is not replaced': container('acme/shop:1', `command: ["shop", "$${many('a')}$a"]`),
  'a site of an agent': container(
    'acme/shop:1',
    `env: [{ name: DD_SITE, value: "${'agent'.repeat(20_000)}!.datadoghq.com" }]`,
  ),
  'slashes in the path of a log': container(
    'gcr.io/datadoghq/serverless-init:1',
    `env: [{ name: DD_SERVERLESS_LOG_PATH, value: "/a${many('/')}x" }]`,
    '\n  - image: acme/shop:1',
  ),
  'underscores in a placeholder': container(`"acme/\${a${many('_')}a}:1"`, 'args: []'),
  'blanks in a message': container('acme/shop:1', `resources: { limits: { memory: "1\\n${many('\\t')}x" } }`),
  'digits of the address of a server': container('acme/shop:1', `command: [python, -m, http.server, "${many('1')}."]`),
};

suite('robustness/hostile', (test) => {
  test('an alias bomb', () => {
    const levels = Array.from({ length: 9 }, (_, i) => `l${i + 1}: &l${i + 1} [${`*l${i}, `.repeat(9)}*l${i}]`);
    refuses(
      `${head}l0: &l0 [lol]\n${levels.join('\n')}\n`,
      /^Aliases repeat so much here that the document is not read/,
    );
  });
  test('an alias inside its own anchor', () => {
    refuses(`${head}spec: &s\n  template: *s\n`, /stands inside the value that it repeats/);
  });
  test('a merge key that merges itself', () => {
    refuses(`${head}spec: &s\n  <<: *s\n`, /stands inside the value that it repeats/);
  });
  test('an alias without anchor', () => refuses(`${head}spec: *s\n`, /has no anchor/));

  for (const [what, open, close] of [
    ['lists', '[', ']'],
    ['mappings', '{a: ', '}'],
    ['lists never closed', '[', ''],
  ] as const) {
    test(`10,000 nested ${what}`, () => {
      refuses(
        `${head}spec: ${open.repeat(10_000)}${close.repeat(10_000)}\n`,
        /nested too deeply|not valid|expect|missing/i,
      );
    });
  }
  for (const [what, path] of [
    ['letters', 'a'.repeat(200_000)],
    ['folders', 'a/'.repeat(100_000)],
  ] as const) {
    test(`a mount path of 200,000 characters of ${what}`, () => {
      const container = `- image: acme/shop:1\n          volumeMounts: [{ name: data, mountPath: "/${path}" }]`;
      run(`${head}spec:\n  template:\n    spec:\n      containers:\n        ${container}\n`);
      run(`${head}spec:\n  template:\n    spec:\n      containers:\n        ${container.replace('"/', '"')}\n`);
    });
  }
  for (const [what, lines] of Object.entries(lost)) {
    test(`100,000 characters in which an expression could lose itself: ${what}`, () => {
      run(`${head}spec:\n  template:\n    spec:\n${lines.replace(/^/gm, '      ')}\n`);
    });
  }
  test('a script of 120,000 words', () => {
    const words = 'word '.repeat(120_000);
    const container = (args: string) => `- { image: acme/shop:1, command: [sh, -c], args: ${args} }`;
    const service = (args: string) =>
      `${head}spec:\n  template:\n    spec:\n      containers:\n        ${container(args)}\n`;
    run(service(`["${words}"]`));
    run(service(`[${'word, '.repeat(120_000)}]`));
  });
  test('10,000 nested dashes', () => refuses(`${head}spec:\n  ${'- '.repeat(10_000)}x\n`, /nested too deeply/));
  test('a mapping 2,000 steps deep', () => {
    const deep = Array.from({ length: 2000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n');
    refuses(`${head}spec:\n${deep.replace(/^/gm, ' ')}\n`, /nested too deeply/);
  });

  test('any depth that the parser may or may not bear', () => {
    for (let depth = 50; depth <= 1500; depth += 50) {
      run(`${head}spec: ${'['.repeat(depth)}${']'.repeat(depth)}\n`);
      run(`${head}spec:\n  ${'- '.repeat(depth)}x\n`);
      run(`${head}spec: ${'{a: '.repeat(depth)}${'}'.repeat(depth)}\n`);
      run(`${head}spec: &a ${'['.repeat(depth)}*b${']'.repeat(depth)}\n`);
    }
  });

  test('a text of 5 million characters', () => {
    refuses(`${head}note: ${'x'.repeat(5_000_000)}\n`, /^The file is larger than 4 million characters and is not read/);
  });
  test('a scalar of a million lines', () => {
    run(`${head}spec:\n  note: |\n${'    x\n'.repeat(600_000)}`);
    run(`${head}spec:\n  note: "${'x\n    '.repeat(500_000)}"\n`);
    run(`${head}spec:\n  note: x\n${'    x\n'.repeat(600_000)}`);
  });
  test('a million empty lines, comments, documents', () => {
    run(`${head}${'\n'.repeat(1_000_000)}`);
    run(`${head}${'#\n'.repeat(1_000_000)}`);
    run(`${head}${'---\n'.repeat(50_000)}`);
  });

  for (const character of ['\0', '\u0007', '\ud800', '\udc00', '\ufffe', '\u2028', '\u0085']) {
    const name = `U+${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
    test(`${name} in every place`, async () => {
      for (const text of withEverywhere(character)) {
        run(text);
        await check(text, new Random(1));
      }
    });
  }
  test('bytes that are no UTF-8, read as Latin-1', () => {
    run(Buffer.from(Array.from({ length: 4096 }, (_, i) => i % 256)).toString('latin1'));
  });

  test('numbers beyond all bounds', async () => {
    for (const number of [
      '1e400',
      '-1e400',
      '9'.repeat(5000),
      `0x${'f'.repeat(5000)}`,
      `${'1'.repeat(400)}.5`,
      '.inf',
      '.nan',
    ]) {
      for (const text of withEverywhere(number)) await check(text, new Random(2));
    }
  });
  test('names that every object has', async () => {
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__']) {
      for (const text of withEverywhere(name)) await check(text, new Random(3));
      run(
        `${head}${name}: { ${name}: [${name}] }\nspec: { ${name}: x, template: { spec: { ${name}: {}, containers: [{ ${name}: 1 }] } } }\n`,
      );
    }
    assert.is(({} as Record<string, unknown>).polluted, undefined);
  });

  test('thirty thousand misspelt annotations', () => {
    const line = (_: unknown, i: number) => `        run.googleapis.com/container-dependencies${i}: x\n`;
    run(
      `${head}spec:\n  template:\n    metadata:\n      annotations:\n${Array.from({ length: 30_000 }, line).join('')}`,
    );
  });

  test('an annotation of 1 MB of JSON', () => {
    const names = Array.from({ length: 40_000 }, (_, i) => `"c${i}":["c${i + 1}"]`).join(',');
    const template = (value: string) =>
      `${head}spec:\n  template:\n    metadata:\n      annotations:\n        run.googleapis.com/container-dependencies: '${value}'\n    spec:\n      containers:\n        - name: c1\n          image: nginx\n`;
    run(template(`{${names}}`));
    run(template(`{"a":[${'"a",'.repeat(200_000)}"a"]}`));
    run(template('{'.repeat(500_000)));
    run(template(`${'['.repeat(5000)}${']'.repeat(5000)}`));
    run(template(`{"a":"${'\\u0041'.repeat(100_000)}"}`));
  });

  for (const [name, trap] of Object.entries(traps)) {
    test(`a trap for regular expressions in every field: ${name}`, () => {
      for (const text of withEverywhere(trap)) run(text);
    });
  }
});
