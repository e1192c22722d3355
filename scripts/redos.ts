import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from 'recheck';
import { type ESTree, parseSync, Visitor } from 'rolldown/utils';
import { exceptions } from './redos/exceptions.ts';

/**
 * `npm run redos [-- --update]`: looks for regular expressions in `src/` and `rules/` whose time can grow faster than
 * their text, and fails for each that `redos/exceptions.ts` gives no reason for. What was found safe before is listed in
 * `redos/safe.txt` and not asked about again, since the checker takes seconds for some; `--update` brings the list up to
 * date.
 */
const listed = new URL('./redos/safe.txt', import.meta.url);
/** Milliseconds that the checker may think about one expression. */
const timeout = 30_000;

/** Every regular expression of a file, as it stands there. */
function* expressionsIn(path: string): Generator<string> {
  const code = readFileSync(path, 'utf8');
  const found: string[] = [];
  const built = (node: ESTree.NewExpression | ESTree.CallExpression): void => {
    if (node.callee.type !== 'Identifier' || node.callee.name !== 'RegExp') return;
    found.push(code.slice(node.start, node.end).replace(/\s+/g, ' '));
  };
  new Visitor({
    Literal(node) {
      if ('regex' in node) found.push(`/${node.regex.pattern}/${node.regex.flags}`);
    },
    NewExpression: built,
    CallExpression: built,
  }).visit(parseSync(path, code).program);
  yield* found;
}

/** What is wrong with an expression; undefined where it is safe. */
async function faultOf(expression: string): Promise<string | undefined> {
  if (!expression.startsWith('/')) return 'is put together at run time';
  const end = expression.lastIndexOf('/');
  const source = expression.slice(1, end);
  const flags = expression.slice(end + 1);
  // Sticky expressions begin where they are told to, which the checker does not know.
  const asked = flags.includes('y') ? `^(?:${source})` : source;
  const found = await check(asked, flags.replace(/[gy]/g, ''), { timeout });
  if (found.status === 'safe') return undefined;
  return found.status === 'vulnerable' ? found.complexity.summary : found.status;
}

/** Every expression with the file that holds it, the last of them. */
const found = new Map<string, string>();
for (const folder of ['src', 'rules']) {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, name);
    if (name.endsWith('.ts')) for (const expression of expressionsIn(path)) found.set(expression, path);
  }
}

const known = new Set(readFileSync(listed, 'utf8').split('\n'));
const excepted = new Set(exceptions.map(({ expression }) => expression));
const safe: string[] = [];
const faults: string[] = [];
for (const [expression, path] of found) {
  if (excepted.has(expression)) continue;
  const fault = known.has(expression) ? undefined : await faultOf(expression);
  if (fault === undefined) safe.push(expression);
  else faults.push(`${path}: ${expression}: ${fault}`);
}
for (const expression of excepted) {
  if (!found.has(expression)) faults.push(`scripts/redos/exceptions.ts: nothing holds ${expression} any more`);
}
if (process.argv.includes('--update')) writeFileSync(listed, `${safe.sort().join('\n')}\n`);
for (const fault of faults) console.error(fault);
console.log(`${found.size} regular expressions, ${faults.length} that may take longer than their text is long.`);
process.exit(faults.length > 0 ? 1 : 0);
