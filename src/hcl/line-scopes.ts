import type { Span } from '../tree/span.ts';
import type { Body, Expression } from './ast.ts';

/** What tells lines from offsets. */
interface Text {
  readonly text: string;
  position(offset: number): { readonly line: number; readonly column: number };
}

/**
 * What begins on each of the given lines (1-based): from the start of the line to the end of the largest block,
 * argument, entry or item that begins there. Lines on which nothing begins are left out.
 */
export function lineScopes(body: Body, source: Text, lines: ReadonlySet<number>): ReadonlyMap<number, Span> {
  const scopes = new Map<number, Span>();
  const begin = ({ start, end }: Span): void => {
    const { line, column } = source.position(start);
    if (!lines.has(line)) return;
    const known = scopes.get(line);
    const lineEnd = known ? 0 : source.text.indexOf('\n', start);
    scopes.set(line, { start: start - column + 1, end: Math.max(known?.end ?? lineEnd, end) });
  };
  visit(body, begin);
  return scopes;
}

function visit({ attributes, blocks }: Body, begin: (span: Span) => void): void {
  for (const attribute of attributes) {
    begin(attribute);
    visitValue(attribute.value, begin);
  }
  for (const block of blocks) {
    begin(block);
    visit(block.body, begin);
  }
}

function visitValue(value: Expression, begin: (span: Span) => void): void {
  begin(value);
  const inside =
    value.kind === 'tuple'
      ? value.items
      : value.kind === 'call'
        ? value.arguments
        : value.kind === 'object'
          ? value.entries.map((entry) => entry.value)
          : value.kind === 'other' || value.kind === 'reference'
            ? value.parts
            : [];
  if (value.kind === 'object') for (const entry of value.entries) begin(entry);
  for (const inner of inside) visitValue(inner, begin);
}
