import { chmod, rm, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { rules } from '../rules/index.ts';
import { stripPages } from './strip-pages.ts';

/**
 * Bundles the tool and its libraries into `dist/`, which is committed: pre-commit and the GitHub Action run it
 * without a build. The same sources give the same bytes.
 */
await rm('dist', { recursive: true, force: true });
await build({
  entryPoints: { cli: 'src/cli/main.ts', action: 'src/cli/action/main.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  charset: 'utf8',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  chunkNames: '[name]-[hash]',
  banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
  // Names of modules are written into the bundle: they must not tell where node_modules really lies.
  preserveSymlinks: true,
  plugins: [stripPages],
});
await writeFile('dist/pages.json', `${JSON.stringify(pages(), null, 1)}\n`);
await chmod('dist/cli.js', 0o755);

/** The prose of every rule by id, for `explain`, `rules` and the formats that carry help. */
function pages(): Record<string, unknown> {
  return Object.fromEntries(
    rules.map(({ id, why, remedy, references, bad, good }) => [id, { why, remedy, references, bad, good }]),
  );
}
