import { readFile } from 'node:fs/promises';
import { type Expression, type ObjectExpression, parse } from 'acorn';
import { type Plugin, transform } from 'esbuild';

/** What only a rule's page needs. */
const prose = new Set(['why', 'remedy', 'references', 'bad', 'good']);

/**
 * Takes the prose and the examples out of the rules, so that linting a file does not pay for them. The pages are
 * bundled apart and loaded by `loadPages`.
 */
export const stripPages: Plugin = {
  name: 'strip-pages',
  setup(build) {
    build.onLoad({ filter: /\/rules\/[a-z-]+\/[a-z0-9-]+\.ts$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, 'utf8'), { loader: 'ts', format: 'esm', target: 'es2022' });
      return { contents: withoutProse(code), loader: 'js' };
    });
  },
};

function withoutProse(code: string): string {
  let result = code;
  for (const { start, end } of proseProperties(code).reverse()) {
    const comma = /^\s*,/.exec(result.slice(end))?.[0].length ?? 0;
    result = result.slice(0, start) + result.slice(end + comma);
  }
  return result;
}

function proseProperties(code: string) {
  for (const node of parse(code, { ecmaVersion: 'latest', sourceType: 'module' }).body) {
    const exported =
      node.type === 'ExportDefaultDeclaration'
        ? node.declaration
        : node.type === 'VariableDeclaration'
          ? node.declarations[0]?.init
          : undefined;
    const definition = exported && ruleDefinition(exported as Expression);
    if (!definition) continue;
    return definition.properties.filter(
      (property) => property.type === 'Property' && property.key.type === 'Identifier' && prose.has(property.key.name),
    );
  }
  return [];
}

function ruleDefinition(node: Expression): ObjectExpression | undefined {
  if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier' || node.callee.name !== 'defineRule')
    return undefined;
  const [argument] = node.arguments;
  return argument?.type === 'ObjectExpression' ? argument : undefined;
}
