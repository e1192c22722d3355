import { hasPlaceholder } from '../text/placeholder.ts';
import type { Placed } from '../tree/field.ts';
import type { Member } from './member.ts';

/** Where a shipper of logs is told to look for files. */
export interface LogFilesGiven {
  /** As written, wildcards included; undefined where a placeholder or a secret holds it. */
  readonly value: string | undefined;
  /** The path. */
  readonly on: Placed;
}

/** Whether a container takes what it sends on from files alone, as far as its arguments tell, so that nobody calls it. */
export function readsFilesAlone({ product, words }: Member): boolean {
  const { input } = product?.logFiles ?? {};
  if (!input) return false;
  const inputs = words.flatMap(({ text }, index) => {
    const [, flag = text, own] = /^(--[^=]+)=(.*)$/s.exec(text) ?? [];
    return input.flags.includes(flag) ? [own ?? words[index + 1]?.text] : [];
  });
  return inputs.length > 0 && inputs.every((plugin) => plugin === input.plugin);
}

/**
 * The files that a container is told to read as logs, the first of several; undefined where it is told of none, reads
 * them by a configuration, or runs in a shell, which may make them by itself.
 */
export function logFilesOf({ commandLine, product, settings, words }: Member): LogFilesGiven | undefined {
  const { from, input } = product?.logFiles ?? {};
  const given = settings.first(from);
  if (given || !input || commandLine.isShell) return given;
  let plugin: string | undefined;
  for (const [index, word] of words.entries()) {
    const [, flag = word.text, own] = /^(--[^=]+)=(.*)$/s.exec(word.text) ?? [];
    const holder = own === undefined ? words[index + 1] : word;
    const value = own ?? holder?.text ?? '';
    if (input.flags.includes(flag)) plugin = value;
    if (input.others.includes(flag)) plugin = undefined;
    // A property belongs to the plugin before it.
    const [, key, path] = input.properties.includes(flag) ? (/^([^=]*)=(\/.*)$/s.exec(value) ?? []) : [];
    if (plugin !== input.plugin || key?.toLowerCase() !== input.property || path === undefined || !holder) continue;
    if (/^\/(?:dev|proc|sys)\//.test(path)) continue;
    return { value: hasPlaceholder(path) ? undefined : path, on: holder.part(holder.text.length - path.length) };
  }
  return undefined;
}
