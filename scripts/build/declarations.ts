import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

/**
 * Writes the types of a module, and of all modules that these types come from, into a folder: files that TypeScript
 * resolves for an ES module. Gives their names, that of the module first.
 */
export async function writeDeclarations(module: string, folder: string): Promise<readonly string[]> {
  const emitted = await mkdtemp(join(tmpdir(), 'cloudrun-lint-types-'));
  try {
    const root = process.cwd();
    const compilerOptions = {
      noEmit: false,
      declaration: true,
      emitDeclarationOnly: true,
      rootDir: root,
      outDir: emitted,
    };
    const project = join(emitted, 'tsconfig.json');
    const typeRoots = [join(root, 'node_modules/@types')];
    await writeFile(
      project,
      JSON.stringify({
        extends: join(root, 'tsconfig.json'),
        compilerOptions: { ...compilerOptions, typeRoots },
        include: [join(root, module)],
      }),
    );
    await promisify(execFile)(process.execPath, ['node_modules/typescript/bin/tsc', '-p', project]);
    const written = new Map<string, string>();
    await mkdir(folder, { recursive: true });
    await write(join(emitted, module.replace(/\.ts$/, '.d.ts')), folder, written);
    return [...written.values()];
  } finally {
    await rm(emitted, { recursive: true });
  }
}

/** Copies a file of types and those that it imports from, each under a name of its own. */
async function write(file: string, folder: string, written: Map<string, string>): Promise<string> {
  const known = written.get(file);
  if (known !== undefined) return known;
  const taken = new Set(written.values());
  const name = basename(file, '.d.ts') === 'index' ? basename(dirname(file)) : basename(file, '.d.ts');
  if (taken.has(name)) throw new Error(`Two files of types are called ${name}.`);
  written.set(file, name);
  let text = await readFile(file, 'utf8');
  for (const [whole, from] of text.matchAll(/from ['"](\.[^'"]+)\.ts['"]/g)) {
    const other = await write(resolve(dirname(file), `${from}.d.ts`), folder, written);
    text = text.replace(whole, `from './${other}.mjs'`);
  }
  await writeFile(join(folder, `${name}.d.mts`), text);
  return name;
}
