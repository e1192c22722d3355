import { readFile } from 'node:fs/promises';
import * as assert from 'uvu/assert';
import { Places } from '../../src/lsp/places.ts';
import { inFolder } from '../cli/session.ts';
import { placeOf } from '../editor/manifest.ts';
import { suite } from '../suite.ts';
import { Client, modern, old } from './client.ts';

const text = `resource "google_cloud_run_v2_service" "shop" {
  name     = "shop"
  location = "europe-west1"

  template {
    containers {
      name       = "web"
      image      = local.web
      depends_on = ["proxy"]

      ports {
        container_port = 8080
      }

      volume_mounts {
        name       = "scratch"
        mount_path = "/scratch"
      }
    }

    containers {
      name  = "proxy"
      image = "docker.io/envoyproxy/envoy:v1.30.0"
      args  = ["--admin-port=9901"]
    }

    volumes {
      name = "scratch"

      empty_dir {
        size_limit = "64Mi"
      }
    }
  }
}
`;
const locals = 'locals {\n  web = "europe-docker.pkg.dev/acme-prod/shop/web"\n}\n';
const path = 'main.tf';
const places = new Places('', text);
const at = (piece: string, by = 0) => places.position(placeOf(text, piece) + by);

interface Found {
  readonly code: string;
  readonly message: string;
  readonly range: { readonly start: { readonly line: number; readonly character: number } };
}

interface Edit {
  readonly range: { readonly start: { readonly line: number } };
  readonly newText: string;
}

interface Action {
  readonly title: string;
  readonly kind: string;
  readonly edit: { readonly documentChanges: readonly { readonly edits: readonly Edit[] }[] };
}

suite('the language server, over Terraform,', (test) => {
  test(
    'finds, fixes, tells, outlines, leads and renames',
    inFolder({ [path]: text, 'locals.tf': locals }, async ({ folder, run }) => {
      const client = new Client(folder);
      await client.initialize(modern);
      client.write(path, text);
      const found = await client.pull<Found>(path);
      const { out } = await run('-f', 'json', path);
      const told: { rule: string; message: string }[] = JSON.parse(out.join('\n')).diagnostics;
      assert.equal(
        found.map(({ code }) => code),
        told.map(({ rule }) => rule),
      );
      assert.ok(
        found.some(({ code }) => code === 'floating-image-tag'),
        'from the other file of the module',
      );
      const probe = found.find(({ code }) => code === 'dependency-without-startup-probe');
      assert.equal(probe?.range.start, at('"proxy"\n      image'));

      const image = await client.at<{ contents: { value: string } }>('hover', path, at('envoyproxy'));
      assert.match(image.contents.value, /\*\*Envoy\*\*/);
      const rule = await client.at<{ contents: { value: string } }>('hover', path, at('"proxy"\n      image', 2));
      assert.match(rule.contents.value, /dependency-without-startup-probe/);

      type Symbol = { name: string; detail: string; children: { name: string; detail: string }[] };
      const [service] = await client.at<Symbol[]>('documentSymbol', path, at('resource'));
      assert.equal(
        service?.children.map(({ name }) => name),
        ['web', 'proxy', 'scratch'],
      );

      const definition = await client.at<Found>('definition', path, at('"proxy"]', 2));
      assert.equal(definition.range.start, at('"proxy"\n      image', 1));
      const volume = await client.at<Found>('definition', path, at('"scratch"\n        mount_path', 2));
      assert.equal(volume.range.start, at('"scratch"\n\n', 1));

      const renamed = await client.at<Action['edit']>('rename', path, at('"proxy"]', 2), { newName: 'edge' });
      assert.equal(
        renamed.documentChanges[0]?.edits.map(({ range, newText }) => [range.start.line, newText]),
        [
          [at('"proxy"]').line, 'edge'],
          [at('"proxy"\n      image').line, 'edge'],
        ],
      );

      const name = at('"proxy"\n      image', 2);
      const offered = await client.at<Action[]>('codeAction', path, name, {
        range: { start: name, end: name },
        context: { diagnostics: found },
      });
      const ignore = offered.find(
        ({ title }) => title === 'Ignore dependency-without-startup-probe here, with a reason',
      );
      assert.equal(
        ignore?.edit.documentChanges[0]?.edits.map(({ newText }) => newText),
        ['      # cloudrun-lint-ignore dependency-without-startup-probe: \n'],
      );
      const listed = await client.at<{ label: string }[]>('completion', path, at('"proxy"]', 2));
      assert.equal(
        listed.map(({ label }) => label),
        ['proxy'],
        'names, and no words of the YAML',
      );
      assert.equal(await client.at('completion', path, at('name     = "shop"', 2)), []);
      assert.is(await client.close(), 0);
    }),
  );

  test(
    'sees what is saved in another file of the module',
    inFolder({ [path]: text, 'locals.tf': locals }, async ({ folder, write }) => {
      const client = new Client(folder);
      await client.initialize(old);
      const codes = async (isWanted: (codes: readonly string[]) => boolean) =>
        client.message(
          'textDocument/publishDiagnostics',
          ({ uri, diagnostics }: { uri: string; diagnostics: readonly Found[] }) =>
            uri === client.uri(path) && isWanted(diagnostics.map(({ code }) => code)),
        );
      client.write(path, text);
      client.write('locals.tf', locals);
      await codes((all) => all.includes('floating-image-tag'));
      client.received.length = 0;
      await write('locals.tf', locals.replace('/web"', '/web:1.4.2"'));
      client.notify('textDocument/didSave', { textDocument: { uri: client.uri('locals.tf') } });
      await codes((all) => all.length > 0 && !all.includes('floating-image-tag'));
      assert.is(await client.close(), 0);
    }),
  );

  test('answers at every line of an example', async () => {
    const example = await readFile('examples/envoy/wrong.tf', 'utf8');
    await inFolder({ [path]: example }, async ({ folder }) => {
      const client = new Client(folder);
      await client.initialize(modern);
      client.write(path, example);
      const lines = example.split('\n');
      for (const [line, words] of lines.entries()) {
        for (const method of ['hover', 'definition', 'completion', 'documentHighlight', 'prepareRename'])
          await client.at(method, path, { line, character: Math.floor(words.length / 2) });
      }
      assert.ok((await client.pull<Found>(path)).length > 0);
      assert.is(await client.close(), 0);
    })();
  });
});
