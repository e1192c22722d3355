import type { Random } from '../random.ts';
import { keys, pieces, values } from './values.ts';

/** Changes a text that is JSON, as annotations hold it: as a tree or as characters. Any text will do. */
export function mutateJson(text: string, random: Random): string {
  if (random.below(3) === 0) {
    const at = random.below(text.length + 1);
    return text.slice(0, at) + random.pick(pieces) + text.slice(at + random.below(3));
  }
  const indent = random.pick([0, 0, 2]);
  return JSON.stringify(changed(read(text), random), null, indent) ?? '';
}

function read(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return { [text.slice(0, 40)]: ['app'] };
  }
}

/** The value with one change in it, at the top or somewhere below. */
function changed(value: unknown, random: Random): unknown {
  if (typeof value !== 'object' || value === null || random.below(4) === 0) return replaced(value, random);
  if (Array.isArray(value)) {
    const items = [...value];
    const at = random.below(items.length);
    items.splice(at, random.below(2), random.below(2) === 0 ? replaced(items[at], random) : changed(items[at], random));
    return items;
  }
  const entries = Object.entries(value);
  if (entries.length === 0 || random.below(3) === 0) entries.push([word(random), [word(random)]]);
  const entry = random.pick(entries);
  if (random.below(3) === 0) entry[0] = random.below(2) === 0 ? word(random) : random.pick(entries)[0];
  else entry[1] = changed(entry[1], random);
  return Object.fromEntries(entries);
}

function replaced(value: unknown, random: Random): unknown {
  return random.pick([
    null,
    1e308,
    -0,
    true,
    '',
    [],
    {},
    [value],
    { [word(random)]: value },
    [word(random)],
    word(random),
  ]);
}

function word(random: Random): string {
  return random.pick(random.below(2) === 0 ? keys : values);
}
