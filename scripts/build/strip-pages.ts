import type { Plugin } from 'rolldown';
import { parseAst } from 'rolldown/parseAst';

/** What only a rule's page needs. */
const prose = ['why', 'remedy', 'references', 'bad', 'good', 'fixes'];

/**
 * Takes the prose and the examples out of the rules, so that linting a file does not pay for them. The pages are
 * written apart and loaded by `withPages`.
 */
export const stripPages: Plugin = strip(prose);

/** The same, and what lists of rules show: for a bundle that shows findings alone. */
export const stripAllProse: Plugin = strip([...prose, 'summary']);

function strip(names: readonly string[]): Plugin {
  return {
    name: 'strip-pages',
    transform: {
      filter: { id: /\/rules\/[a-z-]+\/[a-z0-9-]+\.ts$/ },
      handler: (code) => withoutProperties(code, new Set(names)),
    },
  };
}

function withoutProperties(code: string, names: ReadonlySet<string>): string {
  let result = code;
  for (const { start, end } of properties(code, names).reverse()) {
    const comma = /^\s*,/.exec(result.slice(end))?.[0].length ?? 0;
    result = result.slice(0, start) + result.slice(end + comma);
  }
  return result;
}

/** Where these stand in the module that defines a rule; [] in any other. */
function properties(code: string, names: ReadonlySet<string>): { readonly start: number; readonly end: number }[] {
  for (const node of parseAst(code, { lang: 'ts' }).body) {
    if (node.type !== 'ExportDefaultDeclaration' || node.declaration.type !== 'CallExpression') continue;
    const {
      callee,
      arguments: [definition],
    } = node.declaration;
    if (callee.type !== 'Identifier' || callee.name !== 'defineRule' || definition?.type !== 'ObjectExpression')
      continue;
    return definition.properties.flatMap((property) =>
      property.type === 'Property' && property.key.type === 'Identifier' && names.has(property.key.name)
        ? [{ start: property.start, end: property.end }]
        : [],
    );
  }
  return [];
}
