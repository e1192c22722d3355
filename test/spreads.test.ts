import { readFileSync } from 'node:fs';
import { globby } from 'globby';
import { type ESTree, parseSync, Visitor } from 'rolldown/utils';
import * as assert from 'uvu/assert';
import { suite } from './suite.ts';

const sources = (await globby(['src/**/*.ts', 'rules/**/*.ts'])).sort();

/** Spreads of lists whose length our own code gives: by file, as they stand there. */
const listed: Readonly<Record<string, string>> = {
  'src/examples.ts: ...values': 'what stands in a template of ours',
  "src/examples.ts: ...lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length)":
    'the lines of an example of ours',
  'src/examples.ts: ...lines.filter((line) => /^ *[<>]/.test(line)).map((line) => line.search(/\\S/))':
    'the lines of an example of ours',
  'src/policy/config.ts: ...path': 'one key or two',
  'src/text/say.ts: ...parts.map((part) => spelled(part, vocabulary))': 'what stands in a template of ours',
};

/** Every spread among the arguments of a call, as `file: ...what`. */
function spreadsIn(file: string): string[] {
  const code = readFileSync(file, 'utf8');
  const found: string[] = [];
  const read = (node: ESTree.CallExpression | ESTree.NewExpression): void => {
    for (const argument of node.arguments) {
      if (argument.type !== 'SpreadElement') continue;
      found.push(`${file}: ${code.slice(argument.start, argument.end).replace(/\s+/g, ' ')}`);
    }
  };
  new Visitor({ CallExpression: read, NewExpression: read }).visit(parseSync(file, code).program);
  return found;
}

suite('spreads', (test) => {
  test('no call takes arguments of which an author decides how many there are', () => {
    // A call of some 120,000 arguments overflows the stack: `pushAll` and `reduce` do not.
    assert.equal([...new Set(sources.flatMap(spreadsIn))].sort(), Object.keys(listed).sort());
  });
});
