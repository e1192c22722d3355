import { join, resolve } from 'node:path';
import { rolldown } from 'rolldown';

/**
 * Bundles what tries the inputs into a folder and gives the file to run. It is faster than the sources by what tsx does
 * to keep the names of functions, and takes the YAML library as the published bundle does.
 */
export async function bundleChild(folder: string): Promise<string> {
  const made = await rolldown({
    input: { child: resolve('scripts/fuzz/child.ts') },
    platform: 'node',
    resolve: { alias: { yaml: resolve('node_modules/yaml/browser/index.js') } },
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
  return join(folder, 'child.mjs');
}
