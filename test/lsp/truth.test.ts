import { readFile } from 'node:fs/promises';
import { globby } from 'globby';
import * as assert from 'uvu/assert';
import { rules } from '../../rules/index.ts';
import { casesFolder, readManifests } from '../../scripts/manifests.ts';
import { fileNameOf } from '../../src/examples.ts';
import { append } from '../../src/group-by.ts';
import { ClientFiles } from '../../src/lsp/browser/client-files.ts';
import { ClientHost } from '../../src/lsp/browser/host.ts';
import { clientRequests } from '../../src/lsp/browser/requests.ts';
import { shownDiagnostics, shownElsewhere } from '../../src/lsp/diagnostics.ts';
import { Documents } from '../../src/lsp/documents.ts';
import { Elsewhere } from '../../src/lsp/elsewhere.ts';
import { folderOf, pathBelow } from '../../src/text/path.ts';
import { type Ended, inFolder } from '../cli/session.ts';
import { suite } from '../suite.ts';
import { Client, modern } from './client.ts';

/** Every example of every rule and the cases where they are at hand, spread over folders with different surroundings. */
async function manifests(): Promise<Record<string, string>> {
  const folders = ['plain', 'strict', 'skaffold', 'kustomize', 'excluded'];
  const texts: (readonly [name: string, text: string])[] = rules.flatMap(({ id, bad, good }) =>
    [...bad, ...good].flatMap(({ yaml, language, files }, i) =>
      files ? [] : [[`${id}-${i}.${language === 'hcl' ? 'tf' : 'yaml'}`, yaml] as const],
    ),
  );
  for (const { path, text } of await readManifests(casesFolder)) texts.push([path.slice(1).replaceAll('/', '-'), text]);
  return Object.fromEntries(texts.map(([name, text], i) => [`${folders[i % folders.length]}/${name}`, text]));
}

/** What has files beside it: examples of rules, each in a folder of its own, and those that the documentation shows. */
async function trees(): Promise<{
  readonly manifests: Record<string, string>;
  readonly others: Record<string, string>;
}> {
  const found = { manifests: {} as Record<string, string>, others: {} as Record<string, string> };
  for (const { id, bad, good } of rules) {
    for (const [i, example] of [...bad, ...good].entries()) {
      if (!example.files) continue;
      const folder = `beside/${id}-${i}`;
      found.manifests[`${folder}/${fileNameOf(example)}`] = example.yaml;
      for (const [path, text] of Object.entries(example.files)) found.others[`${folder}/${path}`] = text;
    }
  }
  for (const file of await globby('examples/**/*.*', { ignore: ['**/*.md', 'examples/editor'] })) {
    const isManifest = /(?:^|\/)(?:right|wrong)\.[\w.]+$/.test(file);
    found[isManifest ? 'manifests' : 'others'][file] = await readFile(file, 'utf8');
  }
  return found;
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
      const wanted = foundBy(await run('--baseline', 'cloudrun-lint-baseline.json', '--format', 'json'));
      const client = new Client(folder, ['--baseline', 'cloudrun-lint-baseline.json']);
      await client.initialize(modern);
      let total = 0;
      for (const [path, text] of Object.entries(files)) {
        client.write(path, text);
        const found = (await client.pull<Found>(path)).map(asText);
        client.notify('textDocument/didClose', { textDocument: { uri: client.uri(path) } });
        assert.equal(found.sort(), wanted.get(path) ?? [], path);
        total += found.length;
      }
      assert.ok(total > 500, `${total}`);
      assert.is(await client.close(), 0);
    })();
  });

  test('in manifests with files beside them, and in these', async () => {
    const { manifests: files, others } = await trees();
    await inFolder({ ...files, ...others, 'beside/cloudrun-lint.yaml': overridden }, async ({ folder, run }) => {
      const wanted = foundBy(await run('--format', 'json'));
      const client = new Client(folder);
      await client.initialize(modern);
      const found = new Map<string, string[]>();
      for (const [path, text] of Object.entries(files)) {
        client.write(path, text);
        found.set(path, (await client.pull<Found>(path)).map(asText).sort());
      }
      for (const { method, params } of client.received) {
        if (method !== 'textDocument/publishDiagnostics') continue;
        const { uri, diagnostics } = params as { uri: string; diagnostics: readonly Found[] };
        found.set(uri.slice(client.uri('.').length + 1), diagnostics.map(asText).sort());
      }
      const beside = Object.keys(others).filter((path) => wanted.has(path));
      assert.ok(beside.length > 5, `${beside}`);
      for (const path of [...Object.keys(files), ...Object.keys(others)])
        assert.equal(found.get(path) ?? [], wanted.get(path) ?? [], path);
      const checked = await client.request<readonly { uri: string; diagnostics: readonly Found[]; beside?: true }[]>(
        'cloudrun-lint/check',
        { uri: client.uri('.') },
      );
      assert.equal(
        checked.flatMap((one) => (one.beside ? one.uri : [])).sort(),
        beside.map((path) => client.uri(path)).sort(),
      );
      for (const { uri, diagnostics } of checked)
        assert.equal(diagnostics.map(asText).sort(), wanted.get(uri.slice(client.uri('.').length + 1)) ?? [], uri);
      assert.is(await client.close(), 0);
    })();
  });
});

suite('the language server in a browser finds what the command line finds', (test) => {
  test('in manifests with files beside them, and in these', async () => {
    const { manifests: files, others } = await trees();
    const all = { ...files, ...others, 'beside/cloudrun-lint.yaml': overridden };
    await inFolder(all, async ({ run }) => {
      const wanted = foundBy(await run('--format', 'json'));
      const host = new ClientHost(new ClientFiles(clientWith(all)));
      const known = new Documents(host);
      const elsewhere = new Elsewhere();
      for (const [path, text] of Object.entries(files)) {
        const uri = `${root}/${path}`;
        const found = await known.knowText(uri, text);
        assert.ok(found, path);
        const shower = { path: found.path, uri, able: { related: true, links: true, tags: true }, host };
        const own = shownDiagnostics(found.snapshot, shower) as readonly Found[];
        assert.equal(own.map(asText).sort(), wanted.get(path) ?? [], path);
        elsewhere.take(uri, shownElsewhere(found.snapshot, shower));
      }
      for (const path of Object.keys(others)) {
        const found = elsewhere.at(`${root}/${path}`) as unknown as readonly Found[];
        assert.equal(found.map(asText).sort(), wanted.get(path) ?? [], path);
      }
    })();
  });
});

/** Where the folder lies that a browser has open. */
const root = 'vscode-vfs://github/acme/shop';

/** A client that has these files, and answers what the server asks it. */
function clientWith(files: Readonly<Record<string, string>>): ConstructorParameters<typeof ClientFiles>[0] {
  const texts = new Map(Object.entries(files).map(([path, text]) => [`${root}/${path}`, text]));
  const namesIn = (folder: string): readonly string[] | null => {
    const below = [...texts.keys()].flatMap((uri) => pathBelow(uri, folder)?.replace(/(?<=\/).*/, '') ?? []);
    return below.length === 0 ? null : [...new Set(below)].sort();
  };
  const answers: Readonly<Record<string, (params: { uris: string[]; folder: string; pattern: string }) => unknown>> = {
    [clientRequests.read]: ({ uris }) => uris.map((uri) => texts.get(uri) ?? null),
    [clientRequests.list]: ({ uris }) => uris.map(namesIn),
    [clientRequests.root]: () => root,
    [clientRequests.find]: ({ folder, pattern }) =>
      [...texts.keys()].filter((uri) => /tf/.test(pattern) && uri.endsWith('.tf') && folderOf(uri) === folder),
  };
  const sendRequest = async (method: string, params: never): Promise<unknown> => answers[method]!(params);
  return { sendRequest } as never;
}

/** Silences and sharpens what lies in files beside manifests, too. */
const overridden = `overrides:
  - files: '**/*.conf'
    rules: { log-to-file: off, unreadable-config: info }
    reason: as the test wants it
`;

/** What a run says that counts, by path. */
function foundBy({ out }: Ended): ReadonlyMap<string, readonly string[]> {
  const report = JSON.parse(out.join('\n'));
  const found = new Map<string, string[]>();
  for (const { path, rule, severity, range, suppressed } of report.diagnostics) {
    if (suppressed) continue;
    const place = `${range.start.line - 1}:${range.start.column - 1}-${range.end.line - 1}:${range.end.column - 1}`;
    append(found, path, `${rule} ${severity} ${place}`);
  }
  for (const list of found.values()) list.sort();
  return found;
}

function asText({ code, severity, range: { start, end } }: Found): string {
  const place = `${start.line}:${start.character}-${end.line}:${end.character}`;
  return `${code} ${['', 'error', 'warning', 'info'][severity]} ${place}`;
}

interface Place {
  readonly line: number;
  readonly character: number;
}

interface Found {
  readonly code: string;
  readonly severity: number;
  readonly range: { readonly start: Place; readonly end: Place };
}
