import { readFileSync } from 'node:fs';
import { globby } from 'globby';
import { parseAst } from 'rolldown/parseAst';
import * as assert from 'uvu/assert';
import { groupBy } from '../src/group-by.ts';
import { suite } from './suite.ts';

const sources = (await globby('src/**/*.ts')).sort();

/** What is read here of a node of the syntax tree. */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly id?: Node | null;
  readonly key?: Node;
  readonly name?: string;
  readonly kind?: string;
  readonly value?: { readonly params?: readonly Node[] };
  readonly parameter?: Node;
  readonly accessibility?: string | null;
  readonly body?: { readonly body: readonly Node[] };
  readonly typeAnnotation?: Node;
  readonly members?: readonly Node[];
  readonly superClass?: Node | null;
  readonly implements?: readonly { readonly expression: Node }[];
  readonly extends?: readonly { readonly expression: Node }[];
  readonly declaration?: Node | null;
  readonly declarations?: readonly Node[];
  readonly specifiers?: readonly { readonly local: Node }[];
  readonly source?: Node | null;
}

/** Something that others can use. */
interface Named {
  readonly name: string;
  /** Its file and line, for people. */
  readonly place: string;
  /** Whether a docstring stands right above it. */
  readonly isDocumented: boolean;
}

/** A class, an interface or a type of fields. */
interface Type extends Named {
  readonly isExported: boolean;
  /** The public ones. */
  readonly members: readonly Named[];
  /** What it extends and implements, by name. */
  readonly parents: readonly string[];
}

/** Reads what a file exports, and all its types. */
function read(path: string, code: string): { readonly exported: readonly Named[]; readonly types: readonly Type[] } {
  const textOf = ({ name, start, end }: Node): string => name ?? code.slice(start, end);
  const named = ({ start }: Node, name: string): Named => {
    const before = code.slice(0, start);
    const isDocumented = /\*\/\n?[ \t]*$/.test(before) && before.startsWith('/**', before.lastIndexOf('/*'));
    return { name, place: `${path}:${before.split('\n').length}`, isDocumented };
  };
  const statements = parseAst(code, { lang: 'ts' }).body as unknown as readonly Node[];
  const listed = new Set(
    statements.flatMap(({ source, specifiers }) =>
      source ? [] : (specifiers ?? []).map(({ local }) => textOf(local)),
    ),
  );
  const exported: Named[] = [];
  const types: Type[] = [];
  for (const statement of statements) {
    if (statement.type === 'ImportDeclaration') continue;
    const declaration = statement.declaration ?? statement;
    for (const { id } of declaration.declarations ?? [declaration]) {
      const isExported = statement.type.startsWith('Export') || (id ? listed.has(textOf(id)) : false);
      const found = named(statement, id ? textOf(id) : 'default');
      if (isExported && (id || statement.type === 'ExportDefaultDeclaration')) exported.push(found);
      const parents = [...(declaration.implements ?? []), ...(declaration.extends ?? [])].map(({ expression }) =>
        textOf(expression),
      );
      types.push({
        ...found,
        isExported,
        members: membersOf(declaration).map((member) => named(member, textOf(member.key ?? member.parameter!))),
        parents: declaration.superClass ? [textOf(declaration.superClass), ...parents] : parents,
      });
    }
  }
  return { exported, types };
}

/** The public members of a class, an interface or a type of fields; none of anything else. */
function membersOf({ type, body, typeAnnotation }: Node): readonly Node[] {
  if (type === 'TSTypeAliasDeclaration') return typeAnnotation?.members?.filter(isPublic) ?? [];
  if (type !== 'ClassDeclaration' && type !== 'TSInterfaceDeclaration') return [];
  return (body?.body ?? []).flatMap((member) => {
    const parameters = member.kind === 'constructor' ? (member.value?.params ?? []) : [];
    return [member, ...parameters.filter((parameter) => parameter.type === 'TSParameterProperty')].filter(isPublic);
  });
}

function isPublic({ key, parameter, kind, accessibility }: Node): boolean {
  if (accessibility === 'private' || accessibility === 'protected' || kind === 'constructor') return false;
  return parameter !== undefined || (key !== undefined && key.type !== 'PrivateIdentifier');
}

/**
 * What files export without a docstring, with the members of types: `FILE:LINE NAME`. A member needs none of its own
 * where a type that its own one extends or implements has one for it. Of several declarations of one name, such as
 * overloads, one docstring is enough.
 */
function undocumentedIn(files: Iterable<readonly [path: string, code: string]>): readonly string[] {
  const all = [...files].map(([path, code]) => read(path, code));
  const byName = groupBy(
    all.flatMap(({ types }) => types),
    ({ name }) => name,
  );
  const lacking = (list: readonly Named[]): readonly Named[] =>
    [...groupBy(list, ({ name }) => name).values()]
      .filter((same) => !same.some(({ isDocumented }) => isDocumented))
      .flatMap(([first]) => first ?? []);
  const isInherited = ({ parents }: Type, member: string): boolean =>
    parents.some((parent) => {
      // Two types may go by one name: then both have to tell.
      return byName.get(parent)?.every((type) => {
        return (
          type.members.some(({ name, isDocumented }) => name === member && isDocumented) || isInherited(type, member)
        );
      });
    });
  return all.flatMap(({ exported, types }) => [
    ...lacking(exported).map(({ place, name }) => `${place} ${name}`),
    ...types.flatMap((type) =>
      (type.isExported ? lacking(type.members) : [])
        .filter(({ name }) => !isInherited(type, name))
        .map(({ place, name }) => `${place} ${type.name}.${name}`),
    ),
  ]);
}

suite('docstrings', (test) => {
  test('stand above all that src/ exports, and above every public member of it', () => {
    assert.equal(undocumentedIn(sources.map((path) => [path, readFileSync(path, 'utf8')])), []);
  });

  test('are missed on whatever can be exported', () => {
    const code = `
/** A docstring too far above. */

export const one = 1, two = 2;
// A remark.
export function three() {}
/* No docstring. */
export type Four = { five: 5; 'si-x': 6 };
/** A docstring. */ export interface Seven { eight: 8; nine(): 9 }
/** A docstring. */ export class Ten {
  #own = 0;
  private twenty = 20;
  constructor(readonly thirty: 30, private forty: 40) {}
  static fifty = 50;
  get sixty() { return 60; }
}
const listed = 70;
class Hidden { eighty = 80; }
export { listed as renamed };
export default 90;`;
    assert.equal(
      undocumentedIn([['a.ts', code]]).map((line) => line.replace('a.ts:', '')),
      [
        '4 one',
        '4 two',
        '6 three',
        '8 Four',
        '17 listed',
        '20 default',
        '8 Four.five',
        "8 Four.'si-x'",
        '9 Seven.eight',
        '9 Seven.nine',
        '13 Ten.thirty',
        '14 Ten.fifty',
        '15 Ten.sixty',
      ],
    );
  });

  test('may stand on what is implemented or overridden, or on another declaration of the name', () => {
    const documented = '/** A docstring. */ export abstract class A implements I { /** One. */ abstract b: 1; }';
    const hidden = 'interface I { /** One. */ c: 1; d: 2 }';
    const derived = '/** A docstring. */ export class D extends A { b = 1; c = 1; d = 2; }';
    const overloads = '/** A docstring. */ export function f(a: 1): 1;\nexport function f(a: 2): 2;';
    assert.equal(
      undocumentedIn([
        ['a.ts', `${documented}\n${hidden}\n${overloads}`],
        ['d.ts', derived],
      ]),
      ['d.ts:1 D.d'],
    );
    assert.equal(undocumentedIn([['d.ts', derived]]), ['d.ts:1 D.b', 'd.ts:1 D.c', 'd.ts:1 D.d'], 'of others');
  });
});
