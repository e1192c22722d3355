import type { Body, Expression } from '../../src/hcl/ast.ts';

/** A place that both parsers tell of, as `scripts/hcl-fixture` writes it. */
export interface Fact {
  readonly path: string;
  readonly name: number;
  readonly start: number;
  readonly end: number;
  /** What a text without insertions says. */
  readonly value?: string;
}

/** All attributes, entries, items and blocks of a body, in the order of the fixture. */
export function factsOf(body: Body, text: string, path = ''): readonly Fact[] {
  const byName = [...body.attributes].sort((a, b) => (a.name < b.name ? -1 : 1));
  return [
    ...byName.flatMap(({ name, nameSpan, value }) => [
      factOf(`${path}/${name}`, nameSpan.start, value),
      ...inside(`${path}/${name}`, value),
    ]),
    ...body.blocks.flatMap((block, index) => {
      const labels = block.labels.map((label) => `.${label.text}`).join('');
      const inner = `${path}/${block.type}${labels}[${index}]`;
      const open = text.indexOf('{', block.labels.at(-1)?.end ?? block.typeSpan.end);
      return [{ path: inner, name: block.start, start: open, end: block.end }, ...factsOf(block.body, text, inner)];
    }),
  ];
}

function inside(path: string, value: Expression): readonly Fact[] {
  switch (value.kind) {
    case 'object':
      return value.entries.flatMap(({ start, value: inner }, index) => [
        factOf(`${path}{${index}}`, start, inner),
        ...inside(`${path}{${index}}`, inner),
      ]);
    case 'tuple':
      return value.items.flatMap((item, index) => [
        factOf(`${path}[${index}]`, item.start, item),
        ...inside(`${path}[${index}]`, item),
      ]);
    case 'call':
      return value.arguments.flatMap((item, index) => [
        factOf(`${path}(${index})`, item.start, item),
        ...inside(`${path}(${index})`, item),
      ]);
    default:
      return [];
  }
}

function factOf(path: string, name: number, value: Expression): Fact {
  const fact = { path, name, start: value.start, end: value.end };
  if (value.kind !== 'template' || value.parts.some(({ kind }) => kind === 'inserted')) return fact;
  return { ...fact, value: value.parts.map((part) => (part.kind === 'text' ? part.text : '')).join('') };
}
