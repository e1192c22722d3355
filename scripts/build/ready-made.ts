import { pathToFileURL } from 'node:url';
import type { Plugin } from 'rolldown';

/**
 * Puts the outcome in place of modules that compute tables from what is known beforehand, so that no run computes them
 * anew. They export data alone: what JSON holds, and lists of objects with patterns.
 */
export const readyMade: Plugin = {
  name: 'ready-made',
  load: {
    filter: { id: /\/src\/catalogue\/tables\.ts$/ },
    async handler(id) {
      const values: Readonly<Record<string, unknown>> = await import(pathToFileURL(id).href);
      return Object.entries(values)
        .map(([name, value]) => `export const ${name} = ${write(value)};`)
        .join('\n');
    },
  },
};

/**
 * As JSON within a text, which the engine reads faster than code that says the same. Patterns have to be code, and
 * texts that are JSON already need not be escaped once more.
 */
function write(value: unknown): string {
  return isListOfTexts(value) || holdsPattern(value)
    ? writeCode(value)
    : `/* @__PURE__ */ JSON.parse(${JSON.stringify(JSON.stringify(value))})`;
}

function writeCode(value: unknown): string {
  if (value instanceof RegExp) return String(value);
  if (Array.isArray(value)) return `[${value.map(writeCode).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, part]) => `${JSON.stringify(key)}: ${writeCode(part)}`);
  return `{ ${entries.join(', ')} }`;
}

function isListOfTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function holdsPattern(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return value instanceof RegExp || Object.values(value).some(holdsPattern);
}
