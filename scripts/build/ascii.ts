import type { Plugin } from 'rolldown';

/**
 * Writes what is not ASCII as escapes. Node.js keeps a text with a single other character in two bytes for each, and
 * takes twice as long to read it and to compare it with the code that it has compiled before.
 */
export const ascii: Plugin = {
  name: 'ascii',
  generateBundle(_, files) {
    for (const file of Object.values(files)) if (file.type === 'chunk') file.code = escaped(file.code);
  },
};

/** The same program: other characters stand in strings, templates and expressions alone, which all know escapes. */
function escaped(code: string): string {
  const raw = /\.raw`[^`]*[^\0-\x7f`]/.exec(code);
  if (raw) throw new Error(`A raw template has to keep its characters: ${raw[0]}`);
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
