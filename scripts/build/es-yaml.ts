import { resolve } from 'node:path';

/**
 * The YAML library as ES modules, of which a bundle takes only what it uses. Node.js itself would be given CommonJS, of
 * which all of it has to be compiled in every run.
 */
export const esYaml: Readonly<Record<string, string>> = { yaml: resolve('node_modules/yaml/browser/index.js') };
