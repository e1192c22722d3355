import { spelledWay } from '../../src/dialect/names.ts';
import type { ObjectKind } from '../../src/dialect/table.ts';
import { alignEdits } from '../../src/hcl/align.ts';
import { writtenKey, writtenValue } from '../../src/hcl/write.ts';
import type { NewValue } from '../../src/tree/edit.ts';

/** What is inside of a block, in the words of a table. */
export interface Body {
  /** Names with what they are set to. */
  readonly values: [name: string, value: unknown][];
  /** The blocks, in order. */
  readonly blocks: { readonly name: string; readonly body: Body; readonly isOneOfMany: boolean }[];
}

/** A block of HCL, formatted. */
export function printHcl(header: string, body: Body): string {
  const text = `${header} {\n${lines(body, '  ')}}\n`;
  return alignEdits({ text: '' }, [{ start: 0, end: 0, text }])[0]!.text;
}

/** Arguments, then blocks with empty lines between. */
function lines({ values, blocks }: Body, indent: string): string {
  const inner = `${indent}  `;
  const given = values.map(([name, value]) => {
    const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
    if (!isMap) return `${indent}${name} = ${writtenValue(value as NewValue)}\n`;
    const entries = Object.entries(value).map(([key, own]) => `${inner}${writtenKey(key)} = ${writtenValue(own)}\n`);
    return `${indent}${name} = {\n${entries.join('')}${indent}}\n`;
  });
  const parts = blocks.map(({ name, body }) => {
    const isEmpty = body.values.length + body.blocks.length === 0;
    return isEmpty ? `${indent}${name} {}\n` : `${indent}${name} {\n${lines(body, inner)}${indent}}\n`;
  });
  return (given.length > 0 ? [given.join(''), ...parts] : parts).join('\n');
}

/** The object that the API takes, in its names. */
export function printJson(kind: ObjectKind, body: Body): string {
  return `${JSON.stringify(objectOf(kind, body, []), null, 2)}\n`;
}

function objectOf(kind: ObjectKind, { values, blocks }: Body, way: readonly string[]): Record<string, unknown> {
  const named = (name: string): string => spelledWay(kind, [...way, name]).at(-1)!;
  const object: Record<string, unknown> = Object.fromEntries(values.map(([name, value]) => [named(name), value]));
  for (const { name, body, isOneOfMany } of blocks) {
    const inner = objectOf(kind, body, [...way, name]);
    if (isOneOfMany) object[named(name)] = [...((object[named(name)] as unknown[]) ?? []), inner];
    else object[named(name)] = inner;
  }
  return object;
}
