import { readFile } from 'node:fs/promises';
import { globby } from 'globby';
import * as assert from 'uvu/assert';
import { rules } from '../../rules/index.ts';
import { casesFolder, readManifests } from '../../scripts/manifests.ts';
import { inFolder } from '../cli/session.ts';
import { suite } from '../suite.ts';
import { Client, modern } from './client.ts';

/** Every example of every rule, every file that the documentation shows and the cases where they are at hand, spread over folders with different surroundings. */
async function manifests(): Promise<Record<string, string>> {
  const folders = ['plain', 'strict', 'skaffold', 'kustomize', 'excluded'];
  const texts: (readonly [name: string, text: string])[] = rules.flatMap(({ id, bad, good }) =>
    [...bad, ...good].map(
      ({ yaml, language }, i) => [`${id}-${i}.${language === 'hcl' ? 'tf' : 'yaml'}`, yaml] as const,
    ),
  );
  for (const file of await globby('examples/**/*.{yaml,tf}'))
    texts.push([file.replaceAll('/', '-'), await readFile(file, 'utf8')]);
  for (const { path, text } of await readManifests(casesFolder)) texts.push([path.slice(1).replaceAll('/', '-'), text]);
  return Object.fromEntries(texts.map(([name, text], i) => [`${folders[i % folders.length]}/${name}`, text]));
}

const surroundings = {
  'cloudrun-lint.yaml': `rules:
  default-limits: off
exclude:
  - excluded/**
overrides:
  - files: strict/**
    rules:
      default-limits: warning
      floating-image-tag: off
    reason: strict where it counts
locked:
  - plaintext-secret
catalogue:
  - image: '**/acme-gateway'
    role: reverse-proxy
`,
  // A local value of another file of the module, which some of the examples ask for.
  'plain/locals.tf': 'locals {\n  image = "docker.io/library/redis:7.4"\n}\n',
  'skaffold/skaffold.yaml': 'apiVersion: skaffold/v4beta11\nkind: Config\ndeploy:\n  cloudrun: {}\n',
};

suite('the language server finds what the command line finds', (test) => {
  test('in a folder with configuration, overrides, baseline, skaffold and kustomize files', async () => {
    const files = await manifests();
    const patches = Object.keys(files)
      .filter((path) => path.startsWith('kustomize/'))
      .map((path) => `  - path: ${path.slice(10)}\n`);
    const kustomization = { 'kustomize/kustomization.yaml': `patches:\n${patches.join('')}` };
    await inFolder({ ...files, ...surroundings, ...kustomization }, async ({ folder, run, read, write }) => {
      await run('--update-baseline');
      const baseline = JSON.parse(await read('cloudrun-lint-baseline.json'));
      const known = Object.entries<unknown>(baseline.files).filter((_, i) => i % 3 === 0);
      assert.ok(known.length > 20);
      const part = { ...baseline, files: Object.fromEntries(known) };
      await write('cloudrun-lint-baseline.json', JSON.stringify(part));
      const ended = await run('--baseline', 'cloudrun-lint-baseline.json', '--format', 'json');
      const report = JSON.parse(ended.out.join('\n'));
      const wanted = new Map<string, string[]>();
      for (const { path, rule, severity, range, suppressed } of report.diagnostics) {
        if (suppressed) continue;
        const place = `${range.start.line - 1}:${range.start.column - 1}-${range.end.line - 1}:${range.end.column - 1}`;
        wanted.set(path, [...(wanted.get(path) ?? []), `${rule} ${severity} ${place}`]);
      }
      const client = new Client(folder, ['--baseline', 'cloudrun-lint-baseline.json']);
      await client.initialize(modern);
      let total = 0;
      for (const [path, text] of Object.entries(files)) {
        client.write(path, text);
        const found = (await client.pull<Found>(path)).map(({ code, severity, range: { start, end } }) => {
          const place = `${start.line}:${start.character}-${end.line}:${end.character}`;
          return `${code} ${['', 'error', 'warning', 'info'][severity]} ${place}`;
        });
        assert.equal(found.sort(), (wanted.get(path) ?? []).sort(), path);
        total += found.length;
      }
      assert.ok(total > 500, `${total}`);
      assert.is(await client.close(), 0);
    })();
  });
});

interface Place {
  readonly line: number;
  readonly character: number;
}

interface Found {
  readonly code: string;
  readonly severity: number;
  readonly range: { readonly start: Place; readonly end: Place };
}
