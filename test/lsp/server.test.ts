import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as assert from 'uvu/assert';
import { rules } from '../../rules/index.ts';
import { tagsOf } from '../../src/lsp/diagnostics.ts';
import { Places } from '../../src/lsp/places.ts';
import { defaultSettings, readSettings } from '../../src/lsp/settings.ts';
import { inFolder } from '../cli/session.ts';
import { placeOf, shop } from '../editor/manifest.ts';
import { suite } from '../suite.ts';
import { Client, modern, old } from './client.ts';

interface Shown {
  readonly code: string;
  readonly message: string;
  readonly range: { readonly start: { readonly line: number; readonly character: number } };
  readonly codeDescription?: { readonly href: string };
}

interface Offered {
  readonly title: string;
  readonly edit: { readonly documentChanges: readonly { readonly textDocument: { readonly version: number } }[] };
  readonly command?: { readonly command: string; readonly arguments: readonly unknown[] };
}

const places = new Places('', shop);
const at = (piece: string) => places.position(placeOf(shop, piece));

suite('the language server', (test) => {
  test(
    'answers everything that a modern client asks',
    inFolder({ 'deploy/service.yaml': shop }, async ({ folder }) => {
      const path = 'deploy/service.yaml';
      const client = new Client(folder, ['--stdio']);
      const { capabilities } = (await client.initialize(modern)) as { capabilities: Record<string, unknown> };
      assert.ok(capabilities.diagnosticProvider);
      client.write(path, shop);
      const found = await client.pull<Shown>(path);
      assert.ok(found.length > 2);
      const image = found.find(({ code }) => code === 'floating-image-tag');
      assert.equal(image?.range.start, at('acme/web'));
      assert.match(image?.codeDescription?.href ?? '', /rules\/security\/floating-image-tag\.html$/);

      const hover = await client.at<{ contents: { value: string } }>('hover', path, at('envoyproxy/envoy'));
      assert.match(hover.contents.value, /\*\*Envoy\*\*/);
      const [service] = await client.at<{ name: string; children: unknown[] }[]>('documentSymbol', path, at('kind'));
      assert.is(service?.children.length, 3);
      const definition = await client.at<Shown>('definition', path, at('proxy"]'));
      assert.equal(definition.range.start, at('proxy\n'));
      const references = await client.at<unknown[]>('references', path, at('proxy\n'), {
        context: { includeDeclaration: true },
      });
      assert.is(references.length, 4);
      assert.is((await client.at<unknown[]>('documentHighlight', path, at('scratch,'))).length, 2);
      assert.is((await client.at<{ placeholder: string }>('prepareRename', path, at('proxy\n'))).placeholder, 'proxy');
      const renamed = await client.at<Offered['edit']>('rename', path, at('proxy\n'), { newName: 'edge' });
      assert.is(renamed.documentChanges[0]?.textDocument.version, 1);
      const refused = await client
        .at('rename', path, at('proxy\n'), { newName: 'web' })
        .catch(({ message }) => message);
      assert.is(refused, 'There is a container "web" already.');

      const offered = await client.at<{ label: string; filterText: string }[]>('completion', path, at('proxy"]'));
      assert.equal(
        offered.map(({ label, filterText }) => [label, filterText]),
        [['proxy', 'proxy']],
      );
      const graph = await client.request<{ svg: string }>('cloudrun-lint/graph', {
        textDocument: { uri: client.uri(path) },
      });
      assert.match(graph.svg, /^<svg/);
      const everything = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
      const hints = await client.at<unknown[]>('inlayHint', path, at('kind'), { range: everything });
      assert.equal(hints, [], 'off by default');

      const range = { start: at('acme/web'), end: at('acme/web') };
      const actions = await client.at<Offered[]>('codeAction', path, at('kind'), {
        range,
        context: { diagnostics: found },
      });
      const ignore = actions.find(({ title }) => title === 'Ignore floating-image-tag here, with a reason');
      await client.request('workspace/executeCommand', ignore?.command);
      await client.message('window/showDocument');

      assert.equal(
        client.received.filter(({ method }) => method === 'textDocument/publishDiagnostics'),
        [],
        'both ways',
      );
      assert.is(await client.close(), 0);
    }),
  );

  test(
    'sends findings to an old client, follows the configuration, and keeps the last good one',
    inFolder({ 'service.yaml': shop }, async ({ folder, write }) => {
      const client = new Client(folder);
      const { capabilities } = (await client.initialize(old)) as { capabilities: Record<string, unknown> };
      assert.is(capabilities.diagnosticProvider, undefined);
      type Sent = { readonly uri: string; readonly version?: number; readonly diagnostics: readonly Shown[] };
      const sent = (name: string, isWanted: (codes: readonly string[]) => boolean) =>
        client.message(
          'textDocument/publishDiagnostics',
          ({ uri, diagnostics }: Sent) => uri === client.uri(name) && isWanted(diagnostics.map(({ code }) => code)),
        ) as Promise<Sent>;
      client.write('service.yaml', shop);
      const first = await sent('service.yaml', (codes) => codes.includes('floating-image-tag'));
      assert.is(first.version, 1);

      const changed = { changes: [{ uri: client.uri('cloudrun-lint.yaml'), type: 1 }] };
      await write('cloudrun-lint.yaml', 'rules:\n  floating-image-tag: off\n');
      client.notify('workspace/didChangeWatchedFiles', changed);
      await sent('service.yaml', (codes) => codes.length > 0 && !codes.includes('floating-image-tag'));

      client.received.length = 0;
      await write('cloudrun-lint.yaml', 'rules:\n  floating-image-tag: of\n');
      client.notify('workspace/didChangeWatchedFiles', changed);
      const [trouble] = (await sent('cloudrun-lint.yaml', (codes) => codes.length > 0)).diagnostics;
      assert.is(trouble?.range.start.line, 1);
      const kept = await sent('service.yaml', () => true);
      assert.not.ok(kept.diagnostics.some(({ code }) => code === 'floating-image-tag'));

      client.received.length = 0;
      await write('cloudrun-lint.yaml', 'rules:\n  default-limits: off\n');
      client.notify('workspace/didChangeWatchedFiles', changed);
      await sent('cloudrun-lint.yaml', (codes) => codes.length === 0);
      await sent('service.yaml', (codes) => codes.includes('floating-image-tag'));

      client.process.stdin!.end();
      assert.is(await client.ended, 1, 'ends when the client has gone');
    }),
  );

  test(
    'refuses what it does not take',
    inFolder({}, async ({ run }) => {
      assert.equal((await run('lsp', 'service.yaml')).err, [
        'cloudrun-lint: "lsp" takes no files, since an editor opens them: leave out "service.yaml".',
      ]);
      assert.is((await run('lsp', '--fix')).code, 2);
      assert.is((await run('lsp', '--baseline', 'missing.json')).code, 2);
    }),
  );
});

suite('the parts of the language server', (test) => {
  test('take the settings of a client, and the default for nonsense', () => {
    const chosen = { completion: 'names', hover: 'findings', inlayHints: true } as const;
    assert.equal(readSettings(chosen), chosen);
    assert.equal(readSettings({ 'cloudrun-lint': chosen, yaml: { completion: 'all' } }), chosen, 'under our name');
    for (const given of [undefined, null, 1, {}, { completion: 7, hover: 'x', inlayHints: 'yes' }]) {
      assert.equal(readSettings(given), defaultSettings);
      assert.equal(readSettings(given, chosen), chosen, 'what held before holds');
    }
  });

  test('tag findings of rules that exist', () => {
    for (const id of Object.keys(tagsOf))
      assert.ok(
        rules.some((rule) => rule.id === id),
        id,
      );
  });

  test('count lines and columns from 0, with the byte order mark', () => {
    const marked = new Places('\ufeff', 'ab\r\ncd');
    assert.equal(marked.position(0), { line: 0, character: 1 });
    assert.equal(marked.position(5), { line: 1, character: 1 });
    assert.is(marked.offset({ line: 0, character: 0 }), 0);
    assert.is(marked.offset({ line: 0, character: 99 }), 2, 'the end of the line');
    assert.is(marked.offset({ line: 9, character: 0 }), 6, 'the end of the text');
    for (let offset = 0; offset <= 6; offset++) {
      if (offset !== 3) assert.is(marked.offset(marked.position(offset)), offset);
    }
  });

  test('lie in a chunk that only the command loads', async () => {
    const folder = 'dist';
    const core = await readFile(join(folder, 'core.js'), 'utf8');
    assert.ok(core.includes('./lsp-command.js'));
    assert.not.ok(core.includes('publishDiagnostics'));
  });
});
