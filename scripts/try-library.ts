import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { install } from './runtimes/install.ts';

/**
 * `npm run try-library [VERSION]...`: packs the package, installs it in a new project as others would, runs the example
 * of docs/library.md with several versions of Node.js, checks its types with TypeScript, and asks publint and "are the
 * types wrong". Fails where anything is not as it has to be.
 */
const run = promisify(execFile);
const versions = process.argv.slice(2).length > 0 ? process.argv.slice(2) : ['20', '22', '24'];
const folder = await mkdtemp(join(tmpdir(), 'cloudrun-lint-library-'));
try {
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', folder]);
  const tarball = join(folder, JSON.parse(stdout)[0].filename);
  await writeFile(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  const quiet = ['--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'];
  await run('npm', ['install', ...quiet, tarball], { cwd: folder });
  await cp('examples/nginx/wrong.yaml', join(folder, 'service.yaml'));
  const [, example = '', expected = ''] =
    /```js\n([\s\S]*?)```[\s\S]*<!-- library -->\n```text\n([\s\S]*?)```/.exec(
      await readFile('docs/library.md', 'utf8'),
    ) ?? [];
  await writeFile(join(folder, 'lint.mjs'), example);
  for (const { name, command } of await install(folder, versions)) {
    const [program = '', ...before] = command;
    const { stdout: printed } = await run(program, [...before, 'lint.mjs'], { cwd: folder });
    if (printed !== expected) throw new Error(`Node.js ${name} prints:\n${printed}\ninstead of:\n${expected}`);
    console.log(`Node.js ${name}: the example prints what docs/library.md says`);
  }
  await writeFile(
    join(folder, 'types.ts'),
    example.replaceAll('diagnostics[0].rule', 'diagnostics[0]!.rule').replace(').url', ')!.url'),
  );
  const types = [
    '--noEmit',
    '--strict',
    '--module',
    'nodenext',
    '--target',
    'es2022',
    '--types',
    'node',
    '--typeRoots',
    resolve('node_modules/@types'),
  ];
  await run(process.execPath, [resolve('node_modules/typescript/bin/tsc'), ...types, 'types.ts'], { cwd: folder });
  console.log('TypeScript: the example has the types that it needs');
  await run('npx', ['publint', '--strict', tarball]);
  console.log('publint: nothing to say');
  await run(
    'npx',
    ['--yes', '@arethetypeswrong/cli@0.18.5', tarball, '--profile', 'esm-only', '--exclude-entrypoints', './schemas'],
    { cwd: folder },
  );
  console.log('are the types wrong: no');
} finally {
  await rm(folder, { recursive: true, force: true });
}
