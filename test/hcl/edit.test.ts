import * as assert from 'uvu/assert';
import { applied } from '../../scripts/hcl-format/attempts.ts';
import { alignEdits } from '../../src/hcl/align.ts';
import type { Block, ObjectExpression } from '../../src/hcl/ast.ts';
import { appendText, insertItem } from '../../src/hcl/edit.ts';
import { insertEntry, removeEntries } from '../../src/hcl/edit-object.ts';
import { removeItem } from '../../src/hcl/edit-remove.ts';
import { parseHcl } from '../../src/hcl/parse.ts';
import type { Edit } from '../../src/tree/edit.ts';
import { suite } from '../suite.ts';

type Make = (text: string, block: Block) => readonly Edit[] | undefined;

const value = { text: '1' };
const objectOf = ({ body }: Block): ObjectExpression => body.attributes[0]!.value as ObjectExpression;
const addArgument: Make = (text, block) => insertItem(text, block, { name: 'added', value });
const addBlock: Make = (text, block) => insertItem(text, block, { name: 'added', items: [{ name: 'x', value }] });
const addEntry: Make = (text, block) => insertEntry(text, objectOf(block), 'added', value);
const dropFirst: Make = (text, block) => removeItem(text, block, block.body.attributes[0]!);
const dropEntry: Make = (text, block) => removeEntries(text, objectOf(block), [objectOf(block).entries[0]!]);
const append: Make = (text, { body }) => appendText(text, body.attributes[0]!.value as never, 'added');

/** What is done, the text before, and what it is after; undefined where it is refused. */
const cases: Readonly<Record<string, readonly [Make, string, string | undefined]>> = {
  'keeps signs and comments in line': [
    addArgument,
    'a {\n  b = 1 # one\n  c = 22 # two\n}\n'.replace('1 #', '1  #'),
    'a {\n  b     = 1  # one\n  c     = 22 # two\n  added = 1\n}\n',
  ],
  'leaves alone what was not in line': [
    addArgument,
    'a {\n  b=1\n  cc = 2\n}\n',
    'a {\n  b=1\n  cc = 2\n  added = 1\n}\n',
  ],
  'puts an argument behind those that concern Terraform': [
    addArgument,
    'a {\n  count = 2\n\n  b = 1\n\n  c = 2\n}\n',
    'a {\n  count = 2\n\n  b     = 1\n  added = 1\n\n  c = 2\n}\n',
  ],
  'puts an argument before blocks, with an empty line between': [
    addArgument,
    'a {\n  b {\n  }\n}\n',
    'a {\n  added = 1\n\n  b {\n  }\n}\n',
  ],
  'gives a block on one line lines': [addArgument, 'a { b = 1 }\n', 'a {\n  b     = 1\n  added = 1\n}\n'],
  'refuses a block on one line with a comment': [addArgument, 'a { /* c */ }\n', undefined],
  'refuses where something stands behind the brace': [addArgument, 'a { /* c */\n  b = 1\n}\n', undefined],
  'puts a block behind the others, before what concerns Terraform': [
    addBlock,
    'a {\n  b = 1\n\n  lifecycle {\n  }\n}\n',
    'a {\n  b = 1\n\n  added {\n    x = 1\n  }\n\n  lifecycle {\n  }\n}\n',
  ],
  'puts a block behind those of its type': [
    addBlock,
    'a {\n  added {\n  }\n\n  b {\n  }\n}\n',
    'a {\n  added {\n  }\n\n  added {\n    x = 1\n  }\n\n  b {\n  }\n}\n',
  ],
  'does not take a heredoc for lines of its own': [
    addArgument,
    'a {\n  b = <<EOT\n  x = 1 # y\nEOT\n  c = 2\n}\n',
    'a {\n  b     = <<EOT\n  x = 1 # y\nEOT\n  c     = 2\n  added = 1\n}\n',
  ],
  'counts a character with its accent once': [
    addEntry,
    'a {\n  b = {\n    "e\u0301" = 1\n  }\n}\n',
    'a {\n  b = {\n    "e\u0301"   = 1\n    added = 1\n  }\n}\n',
  ],
  'puts an entry behind the last one on a line': [
    addEntry,
    'a {\n  b = { c = 1 }\n}\n',
    'a {\n  b = { c = 1, added = 1 }\n}\n',
  ],
  'puts the commas that the others have': [
    addEntry,
    'a {\n  b = {\n    c = 1,\n  }\n}\n',
    'a {\n  b = {\n    c     = 1,\n    added = 1,\n  }\n}\n',
  ],
  'fills an object': [addEntry, 'a {\n  b = {}\n}\n', 'a {\n  b = {\n    added = 1\n  }\n}\n'],
  'keeps the comment that an object holds': [
    addEntry,
    'a {\n  b = {\n    # c\n  }\n}\n',
    'a {\n  b = {\n    # c\n    added = 1\n  }\n}\n',
  ],
  'takes an argument out with the empty line that would stand alone': [
    dropFirst,
    'a {\n  b = 1 # one\n\n  c {\n  }\n}\n',
    'a {\n  c {\n  }\n}\n',
  ],
  'takes an argument out, and lines up the others': [
    dropFirst,
    'a {\n  long = 1\n  b    = 2\n}\n',
    'a {\n  b = 2\n}\n',
  ],
  'takes the only argument out of a line': [dropFirst, 'a { b = 1 }\n', 'a {}\n'],
  'takes an entry out of a line': [dropEntry, 'a {\n  b = { c = 1, d = 2 }\n}\n', 'a {\n  b = { d = 2 }\n}\n'],
  'takes the last entry out': [dropEntry, 'a {\n  b = {\n    c = 1\n  }\n}\n', 'a {\n  b = {}\n}\n'],
  'takes the last entry out and leaves a comment': [
    dropEntry,
    'a {\n  b = {\n    # d\n    c = 1\n  }\n}\n',
    'a {\n  b = {\n    # d\n  }\n}\n',
  ],
  'fills a list': [append, 'a {\n  b = []\n}\n', 'a {\n  b = ["added"]\n}\n'],
  'puts an item on a line of its own': [
    append,
    'a {\n  b = [\n    "c" # d\n  ]\n}\n',
    'a {\n  b = [\n    "c", # d\n    "added",\n  ]\n}\n',
  ],
};

suite('hcl edits', (test) => {
  for (const [name, [make, before, after]] of Object.entries(cases)) {
    for (const newline of ['\n', '\r\n']) {
      test(`${name}${newline === '\n' ? '' : ' in files of Windows'}`, () => {
        const text = before.replaceAll('\n', newline);
        const edits = make(text, parseHcl(text).body.blocks[0]!);
        const made = edits && applied(text, alignEdits({ text }, edits));
        assert.equal(made, after?.replaceAll('\n', newline));
      });
    }
  }
});
