import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Io } from '../../src/cli/io.ts';
import { run } from '../../src/cli/run.ts';
import { StandardStream } from '../../src/cli/standard-stream.ts';
import type { Tree } from './make-tree.ts';
import { require } from './require.ts';

/** What stands outside of the repository, and in `.git`: none of it may be shown or changed. */
const secret = 'never-to-be-shown';
const outside = `apiVersion: serving.knative.dev/v1\nkind: Service\nmetadata: { name: ${secret} }\n${secret}: 1\n`;
const kept = {
  'outside/secret.yaml': outside,
  'repository/.git/HEAD': 'ref: refs/heads/main\n',
  'repository/.git/config': `# ${secret}\n${outside}`,
};

/** The longest that one run over a small tree may take, in milliseconds of CPU time. */
const limit = 2500;

/** What could command a terminal, but for line breaks and tabs: no run here has colours. */
const commanding = /(?![\t\n])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;

/** Runs a command line in a tree, as `makeTree` wrote both. Throws where it breaks what SECURITY.md promises. */
export async function checkTree(text: string): Promise<void> {
  const tree = JSON.parse(text) as Tree;
  const base = mkdtempSync(join(tmpdir(), 'cloudrun-lint-tree-'));
  try {
    lay(base, tree);
    let shown = '';
    const start = process.cpuUsage();
    const code = await run(
      tree.argv,
      makeIo(join(base, 'repository'), (words) => {
        shown += words;
      }),
    );
    const spent = process.cpuUsage(start).user / 1000;
    require([0, 1, 2].includes(code), `the exit code is ${code}`);
    require(spent < limit, `a small tree took ${spent.toFixed(0)} ms`);
    checkShown(shown, tree);
    checkLeft(base, tree);
  } finally {
    rmSync(base, { recursive: true });
  }
}

function checkShown(shown: string, { argv }: Tree): void {
  const isQuoted = argv.some((word) => word.includes(secret));
  require(isQuoted || !shown.includes(secret), () => `what is nobody's business is shown:\n${shown}`);
  require(!commanding.test(shown), () => `what is printed could command a terminal: ${JSON.stringify(shown)}`);
  const isForGitHub = argv.some((word) => word.includes('github'));
  require(isForGitHub || !/^\s*::/m.test(shown), () => `what is printed could command a build server:\n${shown}`);
}

/** Nothing is changed that was not to be, and nothing is left behind. */
function checkLeft(base: string, tree: Tree): void {
  const { files, argv } = tree;
  const read = (name: string): string => readFileSync(join(base, name), 'utf8');
  for (const [name, content] of Object.entries(kept)) {
    require(read(name) === content, `${name} is changed`);
    const names = readdirSync(join(base, dirname(name)));
    const strange = names.find((found) => !Object.hasOwn(kept, join(dirname(name), found)));
    require(strange === undefined, `${strange} is written beside ${name}`);
  }
  const mayFix = argv.some((word) => word.startsWith('--fix'));
  for (const [name, content] of Object.entries(files)) {
    const now = read(join('repository', name));
    const isFixed = mayFix && content.includes('kind: Service') && now.includes('kind: Service');
    require(now === content || isFixed || isReport(name, tree), () => `${name} is changed to:\n${now}`);
  }
  // Without types Node.js would follow the links.
  const all = readdirSync(base, { recursive: true, withFileTypes: true });
  const temporary = all.find((entry) => entry.name.startsWith('.cloudrun-lint-'));
  require(temporary === undefined, `${temporary?.name} is left behind`);
}

/**
 * Whether a file may be replaced by a report that the command line asks for: one that a run over the whole tree does not
 * read, or any where the run is over other files.
 */
function isReport(name: string, { argv, otherNames, links }: Tree): boolean {
  const others = Object.keys(otherNames).filter((other) => otherNames[other] === name);
  const leadingHere = Object.keys(links).filter((link) => join(dirname(link), links[link]!) === name);
  const names = [name, ...others, ...leadingHere];
  const isTarget = argv.some((word) => names.some((one) => word.endsWith(`=${one}`)));
  const end = argv.indexOf('--');
  const isOverFiles = argv.some(
    (word, i) =>
      word === '-' ||
      (end !== -1 && i > end) ||
      (!word.startsWith('-') && !/^(?:-f|--format|-c|--config)$/.test(argv[i - 1] ?? '')),
  );
  return isTarget && (isOverFiles || name.includes('node_modules/') || !/\.(?:ya?ml|tf|tofu|json)$/.test(name));
}

function lay(base: string, { files, links, otherNames }: Tree): void {
  const root = join(base, 'repository');
  const make = (path: string, how: (path: string) => void): void => {
    mkdirSync(dirname(path), { recursive: true });
    how(path);
  };
  for (const [name, content] of Object.entries(kept)) make(join(base, name), (path) => writeFileSync(path, content));
  for (const [name, content] of Object.entries(files)) make(join(root, name), (path) => writeFileSync(path, content));
  for (const [name, target] of Object.entries(links)) make(join(root, name), (path) => symlinkSync(target, path));
  for (const [name, of] of Object.entries(otherNames)) make(join(root, name), (path) => linkSync(join(root, of), path));
}

/** What a command may use of the world, with the door that its words leave by in earnest. */
function makeIo(cwd: string, show: (words: string) => void): Io {
  const door = new StandardStream((bytes, from) => {
    show(Buffer.from(bytes.subarray(from)).toString());
    return bytes.length - from;
  }, 'standard output');
  return {
    cwd,
    env: {},
    isTerminal: false,
    columns: 80,
    out: (text) => door.text(text),
    // A patch for a program is what the files hold.
    patch: (text) => door.patch(text, true),
    err: (line, more = []) => [line, ...more].forEach((one) => void door.line(one)),
    note: (line) => door.line(line),
    stdin: async () => Buffer.from(''),
  };
}
