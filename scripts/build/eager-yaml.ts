import { resolve } from 'node:path';
import { type Plugin, RolldownMagicString } from 'rolldown';
import { type ESTree, parseSync, Visitor } from 'rolldown/utils';

/**
 * Bundles the YAML library as ES modules, of which only what is used stays, without what costs most in it and serves
 * nothing in a run over a file. It reads the same from every text.
 *
 * - Its lexer and parser are generators within generators, some five deep a token. Here they are plain methods that put
 *   all tokens into a list.
 * - Its nodes hide what kind they are from enumeration, one call into the engine a node. Here that is a plain property.
 */
export const eagerYaml: Plugin = {
  name: 'eager-yaml',
  resolveId: { filter: { id: /^yaml$/ }, handler: () => resolve('node_modules/yaml/browser/index.js') },
  transform: {
    filter: { id: /\/yaml\/browser\/dist\/(?:parse\/(?:lexer|parser)|nodes\/(?:Node|Pair|Collection))\.js$/ },
    handler(text, id) {
      const code = new RolldownMagicString(text);
      new Visitor(/\/parse\/\w+\.js$/.test(id) ? unrolling(code) : showing(code)).visit(parseSync(id, text).program);
      if (!code.hasChanged()) throw new Error(`${id} has changed: look again at how it makes tokens or nodes`);
      return { code: code.toString(), map: code.generateMap().toString() };
    },
  },
};

/** The generators that others call: what they give is read with `for … of`, so a list does as well. */
const entries = new Set(['lex', 'parse']);

/** Makes plain methods of generators whose yields nobody answers. */
function unrolling(code: RolldownMagicString): ConstructorParameters<typeof Visitor>[0] {
  return {
    MethodDefinition({ key, value: { generator, body } }) {
      if (!generator || !body) return;
      code.remove(key.start - 1, key.start);
      if (key.type !== 'Identifier' || !entries.has(key.name)) return;
      code.appendRight(body.start + 1, 'this.made = [];');
      code.appendLeft(body.end - 1, 'return this.made;');
    },
    YieldExpression({ start, end, delegate, argument }) {
      if (!argument) return;
      code.overwrite(start, argument.start, delegate ? '' : 'this.made.push(');
      if (!delegate) code.appendLeft(end, ')');
    },
  };
}

/** Makes plain assignments of `Object.defineProperty(this, name, { value, … })`. */
function showing(code: RolldownMagicString): ConstructorParameters<typeof Visitor>[0] {
  return {
    CallExpression({ start, end, callee, arguments: [object, name, descriptor] }) {
      const text = (of: ESTree.Span): string => code.original.slice(of.start, of.end);
      if (text(callee) !== 'Object.defineProperty' || object?.type !== 'ThisExpression') return;
      if (!name || descriptor?.type !== 'ObjectExpression') return;
      const value = descriptor.properties.find(
        (property) => property.type === 'Property' && text(property.key) === 'value',
      );
      if (value?.type === 'Property') code.overwrite(start, end, `this[${text(name)}] = ${text(value.value)}`);
    },
  };
}
