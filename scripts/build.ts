import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { type OutputOptions, type Plugin, rolldown } from 'rolldown';
import { rules } from '../rules/index.ts';
import type { Example } from '../src/examples.ts';
import { ascii } from './build/ascii.ts';
import { writeDeclarations } from './build/declarations.ts';
import { esYaml } from './build/es-yaml.ts';
import { lateBuiltins } from './build/late-builtins.ts';
import { readyMade } from './build/ready-made.ts';
import { stripPages } from './build/strip-pages.ts';
import { ThirdParty } from './build/third-party.ts';
import { shownInTerraform } from './to-terraform/examples.ts';

/**
 * Keeps the colour library from asking what standard output is as soon as it is loaded, which takes as long as linting
 * a file: the formatters say themselves whether they want colours.
 */
const blindColors: Plugin = {
  name: 'blind-colors',
  transform: {
    filter: { id: /\/picocolors\.js$/ },
    handler(code) {
      const blind = code.replace('let p = process || {}', 'let p = {}');
      if (blind === code) throw new Error('picocolors has changed: look again at how it finds the terminal');
      return blind;
    },
  },
};

/**
 * Bundles the tool and its libraries into `dist/`, which is committed: pre-commit and the GitHub Action run it
 * without a build. The same sources give the same bytes, in files whose names stay.
 *
 * What a run over one file needs lies in one file, `core.js`; everything else is loaded when used. The modules are
 * CommonJS, which Node loads in about half the time of ES modules; `dist/package.json` says so. The library in
 * `dist/library/` is one ES module for others to import, with all pages and with its types.
 */
const thirdParty = new ThirdParty();
await rm('dist', { recursive: true, force: true });
await bundle(
  { start: 'src/cli/start.ts', action: 'src/cli/action/main.ts' },
  {
    codeSplitting: {
      groups: [
        { name: 'core', test: /^\0rolldown\/runtime|\/src\/(?:cli\/(?:start|lint-command)|format\/pretty)\.ts$/ },
      ],
      includeDependenciesRecursively: true,
    },
  },
);
await bundle({ cli: 'src/cli/launch.ts' }, {});
await writeFile('dist/package.json', '{ "type": "commonjs" }\n');
await writePages();
await chmod('dist/cli.js', 0o755);
await bundle(
  { library: 'src/library/index.ts' },
  {
    dir: 'dist/library',
    format: 'esm',
    entryFileNames: '[name].mjs',
    minify: { compress: true, mangle: false, codegen: { removeWhitespace: false } },
  },
  [readyMade, blindColors],
);
await writeDeclarations('src/library/index.ts', 'dist/library');
await writeFile('dist/THIRD-PARTY-NOTICES', thirdParty.notices());

async function bundle(
  input: Record<string, string>,
  options: OutputOptions,
  plugins: readonly Plugin[] = [stripPages, readyMade, blindColors, lateBuiltins],
): Promise<void> {
  const made = await rolldown({
    input,
    platform: 'node',
    // Names of modules are written into the bundle: they must not tell where node_modules really lies.
    resolve: { symlinks: false, alias: esYaml },
    plugins: [...plugins, thirdParty.plugin, ascii],
    onwarn(warning) {
      if (warning.code !== 'INEFFECTIVE_DYNAMIC_IMPORT') throw new Error(warning.message);
    },
  });
  await made.write({
    dir: 'dist',
    format: 'cjs',
    exports: 'named',
    esModule: false,
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
    minifyInternalExports: false,
    minify: { compress: true, mangle: false, codegen: { removeWhitespace: true } },
    comments: { legal: false },
    ...options,
  });
}

/** The prose of every rule, for `explain`, `rules` and the formats that carry help. */
async function writePages(): Promise<void> {
  await mkdir('dist/pages');
  for (const rule of rules) {
    const { id, why, remedy, references, bad, good, fixes } = rule;
    const terraform = shownInTerraform(rule);
    const page = { why, remedy, references, bad: bad.map(asShown), good: good.map(asShown), terraform, fixes };
    await writeFile(`dist/pages/${id}.json`, `${JSON.stringify(page)}\n`);
  }
}

/** An example without what only its test reads. */
function asShown({ shown, path: _, ...example }: Example): Example {
  return { ...example, yaml: shown ?? example.yaml };
}
