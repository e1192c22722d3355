import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Plugin, rolldown } from 'rolldown';
import { esYaml } from '../build/es-yaml.ts';
import { readyMade } from '../build/ready-made.ts';
import { ThirdParty } from '../build/third-party.ts';

const source = 'editors/vscode';

/** What the command line has and an editor never asks for. */
const notServed = new Set(['action.js', 'library']);

/** Writes all that the package holds: both forms of the extension, the server of each, schemas, and what people read. */
export async function stageExtension(folder: string): Promise<void> {
  const thirdParty = new ThirdParty();
  const bundle = (input: string, name: string, platform: 'node' | 'browser') =>
    bundleFor({ input, file: join(folder, name), platform, plugins: [thirdParty.plugin] });
  await bundle(`${source}/src/extension.ts`, 'extension.js', 'node');
  await bundle(`${source}/src/web.ts`, 'web.js', 'browser');
  await writeManifest(folder);
  for (const file of ['README.md', 'icon.png', 'images'])
    await cp(join(source, file), join(folder, file), { recursive: true });
  await cp('LICENSE', join(folder, 'LICENSE'));
  await cp('CHANGELOG.md', join(folder, 'CHANGELOG.md'));
  await writeFile(join(folder, 'THIRD-PARTY-NOTICES'), thirdParty.notices());
  await cp('dist', join(folder, 'server/dist'), {
    recursive: true,
    filter: (path) => !notServed.has(path.split('/').slice(1).join('/')),
  });
  await cp('schemas', join(folder, 'server/schemas'), { recursive: true });
}

/** Without what only the sources need, and with the version of the linter, so that the two cannot differ. */
async function writeManifest(folder: string): Promise<void> {
  const { type: _, ...manifest } = JSON.parse(await readFile(join(source, 'package.json'), 'utf8'));
  const { version } = JSON.parse(await readFile('package.json', 'utf8'));
  await writeFile(join(folder, 'package.json'), `${JSON.stringify({ ...manifest, version }, null, 2)}\n`);
}

interface Bundle {
  readonly input: string;
  readonly file: string;
  readonly platform: 'node' | 'browser';
  readonly plugins: readonly Plugin[];
}

async function bundleFor({ input, file, platform, plugins }: Bundle): Promise<void> {
  const made = await rolldown({
    input,
    platform,
    external: ['vscode'],
    resolve: { symlinks: false, alias: esYaml },
    plugins: [readyMade, ...plugins],
    onwarn(warning) {
      if (warning.code !== 'INEFFECTIVE_DYNAMIC_IMPORT') throw new Error(warning.message);
    },
  });
  await made.write({
    file,
    format: 'cjs',
    exports: 'named',
    esModule: false,
    minify: true,
    comments: { legal: false },
    codeSplitting: false,
  });
}
