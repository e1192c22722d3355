import { spawn } from 'node:child_process';
import { once } from 'node:events';
import * as assert from 'uvu/assert';
import { inFolder } from '../cli/session.ts';
import { shop } from '../editor/manifest.ts';
import { suite } from '../suite.ts';
import { Client, modern } from './client.ts';

const path = 'service.yaml';

/** Whether the server still finds what it has to. */
async function isWell(client: Client, version: number): Promise<boolean> {
  client.write(path, `${shop}# ${version}\n`, version);
  return (await client.pull<unknown>(path)).length > 2;
}

suite('the language server, as clients should not treat it,', (test) => {
  test(
    'goes on after messages that are none',
    inFolder({}, async ({ folder }) => {
      const client = new Client(folder);
      await client.initialize(modern);
      assert.ok(await isWell(client, 1));
      const send = (text: string): boolean => client.process.stdin!.write(text);
      send('Content-Length: 9\r\n\r\n{"id": 1,');
      send('Content-Length: 2\r\n\r\n[]');
      send('Content-Length: 4\r\n\r\nnull');
      send(`Content-Length: 26\r\nContent-Type: x; charset=utf-8\r\n\r\n{"jsonrpc":"2.0","id":"x"}`);
      send('Content-Length: 33\r\n\r\n{"jsonrpc":"2.0","method":"$/gone"}'.replace('33', '35'));
      assert.ok(await isWell(client, 2));
      const refused = await client.request<string>('textDocument/unheardOf', {}).catch(({ message }) => message);
      assert.match(refused, /Unhandled method/);
      client.notify('workspace/unheardOf', { deep: [{}] });
      assert.ok(await isWell(client, 3));
      assert.is(await client.close(), 0);
    }),
  );

  test(
    'goes on where a document has no text, or no address',
    inFolder({}, async ({ folder }) => {
      const client = new Client(folder);
      await client.initialize();
      for (const document of [
        { text: null },
        { text: 5 },
        { uri: null, text: 'a: b' },
        { uri: {}, text: 'a: b' },
        {},
      ]) {
        const textDocument = { uri: client.uri('odd.yaml'), languageId: 'yaml', version: 1, ...document };
        client.notify('textDocument/didOpen', { textDocument });
        client.notify('textDocument/didClose', { textDocument });
        client.notify('textDocument/didOpen', { textDocument });
      }
      const symbols = { textDocument: { uri: client.uri('none.yaml') } };
      assert.ok((await client.request('textDocument/documentSymbol', symbols)) !== undefined);
      assert.is(await client.close(), 0);
    }),
  );

  test(
    'answers each hostile question, and goes on',
    inFolder({}, async ({ folder }) => {
      const client = new Client(folder);
      await client.initialize(modern);
      assert.ok(await isWell(client, 1));
      const uris = [
        client.uri(path),
        client.uri('never-opened.yaml'),
        ...['', 'x', 'file:', 'file:///%00', 'file:///%zz', 'file://elsewhere/x.yaml', 'untitled:a', 'http://x/y?z#a'],
        `file:///${'a/'.repeat(50_000)}b.yaml`,
      ];
      const positions = [
        { line: 0, character: 0 },
        { line: 1e9, character: 1e9 },
        { line: -1, character: -7 },
        { line: 3.5, character: 0.5 },
      ];
      const methods =
        'hover definition references documentHighlight completion prepareRename rename documentSymbol codeAction documentLink inlayHint diagnostic';
      for (const uri of uris) {
        if (uri !== client.uri(path)) {
          const textDocument = { uri, languageId: 'yaml', version: 1, text: shop };
          if (!uri.endsWith('never-opened.yaml')) client.notify('textDocument/didOpen', { textDocument });
        }
        for (const position of positions) {
          const params = {
            textDocument: { uri },
            position,
            range: { start: position, end: positions[0] },
            context: { diagnostics: [], includeDeclaration: true },
            newName: 'a\u0000"\n${x}',
          };
          for (const method of methods.split(' '))
            await client.request(`textDocument/${method}`, params).catch(() => {});
        }
        await client.request('cloudrun-lint/graph', { textDocument: { uri } }).catch(() => {});
        await client.request('cloudrun-lint/check', { uri: `${uri}/gone` }).catch(() => {});
        client.notify('textDocument/didClose', { textDocument: { uri } });
      }
      for (const params of [
        null,
        {},
        { textDocument: null },
        { textDocument: { uri: 7 } },
        [],
        { rule: '__proto__' },
      ]) {
        for (const method of [
          'textDocument/hover',
          'textDocument/codeAction',
          'cloudrun-lint/explain',
          'cloudrun-lint/check',
          'workspace/executeCommand',
        ])
          await client.request(method, params).catch(() => {});
      }
      client.notify('textDocument/didChange', {
        textDocument: { uri: client.uri('gone.yaml'), version: 2 },
        contentChanges: [{ text: '' }],
      });
      client.notify('textDocument/didClose', { textDocument: { uri: 'x' } });
      client.notify('workspace/didChangeWatchedFiles', { changes: 'none' });
      client.notify('workspace/didChangeConfiguration', { settings: [[{ completion: {} }]] });
      assert.ok(await isWell(client, 1));
      assert.is(await client.close(), 0);
    }),
  );

  test(
    'reads what is too long, too deep or no text at all',
    inFolder({}, async ({ folder }) => {
      const client = new Client(folder);
      await client.initialize(modern);
      const texts = [
        shop.repeat(2000),
        `${shop}extra: ${'['.repeat(5000)}`,
        `${shop}extra: ${'{a: '.repeat(5000)}`,
        `a: &a [x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n${shop}`,
        '\u0000\ud800\ufeff\r\r\n\u2028',
        shop.replaceAll('\n', '\r'),
      ];
      for (const [i, text] of texts.entries()) {
        client.write(path, text, i + 1);
        const found = await client.pull<unknown>(path);
        if (i === 0) assert.equal(found, [], 'nobody writes a megabyte');
        await client.at('completion', path, { line: 3, character: 4 });
        await client.at('documentSymbol', path, { line: 0, character: 0 });
      }
      assert.ok(await isWell(client, texts.length + 1));
      assert.is(await client.close(), 0);
    }),
  );

  test(
    'ends when the process of the client has gone, whoever holds its input open',
    inFolder({}, async ({ folder }) => {
      const parent = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
      await once(parent, 'spawn');
      const client = new Client(folder);
      await client.initialize(modern, parent.pid);
      assert.ok(await isWell(client, 1));
      parent.kill('SIGKILL');
      await once(parent, 'exit');
      await client.ended;
    }),
  );

  test(
    'ends without a greeting, and without a word',
    inFolder({}, async ({ folder }) => {
      const silent = new Client(folder);
      silent.process.stdin!.end();
      await silent.ended;
      const hasty = new Client(folder);
      hasty.notify('exit', null);
      assert.is(await hasty.ended, 1, 'exit without shutdown');
    }),
  );
});
