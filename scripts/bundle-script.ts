import { basename, join, resolve } from 'node:path';
import { rolldown } from 'rolldown';
import { esYaml } from './build/es-yaml.ts';

/**
 * Bundles a module with all that it imports into a folder and gives the file. It is faster than the sources by what tsx
 * does to keep the names of functions, and takes the YAML library as the published bundle does.
 */
export async function bundleScript(module: string, folder: string): Promise<string> {
  const name = basename(module, '.ts');
  const made = await rolldown({
    input: { [name]: resolve(module) },
    platform: 'node',
    resolve: { alias: esYaml },
    onwarn(warning) {
      if (warning.code !== 'INEFFECTIVE_DYNAMIC_IMPORT') throw new Error(warning.message);
    },
  });
  await made.write({
    dir: folder,
    format: 'esm',
    entryFileNames: '[name].mjs',
    chunkFileNames: '[name].mjs',
    sourcemap: true,
  });
  return join(folder, `${name}.mjs`);
}
