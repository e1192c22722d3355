import { readFileSync } from 'node:fs';
import { globby } from 'globby';
import * as assert from 'uvu/assert';
import { StandardStream } from '../../src/cli/standard-stream.ts';
import { suite } from '../suite.ts';
import { inFolder, service } from './session.ts';

/** What a terminal or a build server would obey, and what a problem matcher would take for a finding. */
const hostile = [
  '\x1b]0;owned\x07',
  '\x1b[2J',
  'x\r::error::owned',
  'x\n::error file=a.yaml::owned',
  '::stop-commands::x',
  '##[error]owned',
  '##vso[task.complete]',
  '\u202eyaml',
  '\u2028::warning::owned',
  '\x9b2J',
  'evil.yaml:00000000001:1: error: forged [invalid-cpu]',
  'evil.yaml:1:000000000000000001: warning: forged [invalid-cpu]',
];

/** Where a text can name something on a command line that is then told as a mistake. */
const mistakes: readonly ((word: string) => readonly string[])[] = [
  (word) => [word],
  (word) => [`${word}*.yaml`],
  (word) => [`--${word}`],
  (word) => ['-f', word],
  (word) => ['-f', `json=service.yaml/${word}`],
  (word) => ['--profile', word],
  (word) => ['--rule', word],
  (word) => ['--rule', `${word}=off`],
  (word) => ['--rule', `invalid-cpu=${word}`],
  (word) => ['--fail-on', word],
  (word) => ['--max-warnings', word],
  (word) => ['--target', word],
  (word) => ['--color', word],
  (word) => ['--baseline', word],
  (word) => ['--config', word],
  (word) => ['--print-config', word],
  (word) => ['--print-config', 'a', word],
  (word) => ['--stdin-filename', word, 'a'],
  (word) => ['--stdin-filename', word, '-'],
  (word) => ['explain', word],
  (word) => ['explain', 'invalid-cpu', word],
  (word) => ['schema', word],
  (word) => ['rules', word],
  (word) => ['rules', '-f', word],
  (word) => ['init', word],
  (word) => ['graph', word],
  (word) => ['graph', '-f', word, 'a'],
  (word) => ['graph', '-f', 'svg', '-f', word, 'a'],
];

/** Whatever reads the lines of a run must find nothing in them to obey. */
function isInert(lines: readonly string[], what: string): void {
  for (const line of lines) {
    assert.not.match(line, /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u, what);
    assert.not.match(line, /^\s*::|##\[|##vso\[/, what);
    assert.not.match(line, /^(?:.+?):(?:\d+):(?:\d+): (?:error|warning|info): forged/, what);
  }
}

suite('cli/door', (test) => {
  test(
    'mistakes of usage command nothing, and take one line',
    inFolder({ 'service.yaml': service() }, async ({ run }) => {
      for (const word of hostile) {
        for (const make of mistakes) {
          const argv = make(word);
          const { code, out, err } = await run(...argv);
          isInert([...out, ...err], JSON.stringify(argv));
          if (code === 2) assert.is(err.length, 1, JSON.stringify([argv, err]));
        }
      }
    }),
  );

  for (const [i, word] of hostile.entries()) {
    const name = word.replaceAll('/', '_');
    test(
      `names of files and folders command nothing (${i + 1})`,
      inFolder(
        {
          [`${name}/a.yaml`]: service({ cpu: 'plenty' }),
          [`${name}/broken/cloudrun-lint.yaml`]: `${JSON.stringify(name)}: 1\nextends: ./${JSON.stringify(name).slice(1, -1)}.yaml\n`,
          [`${name}/broken/b.yaml`]: service(),
          [`${name}/two/cloudrun-lint.yaml`]: '',
          [`${name}/two/cloudrun-lint.yml`]: '',
          [`${name}/two/c.yaml`]: service(),
          [`${name}/.gitignore`]: '\0',
        },
        async ({ run }) => {
          for (const format of ['pretty', 'compact']) {
            const { code, out, err } = await run('-f', format);
            assert.is(code, 2);
            assert.ok(err.length > 2 && out.length > 0);
            isInert(
              out.filter((line) => !line.endsWith('[invalid-cpu]')),
              format,
            );
            isInert(err, format);
          }
          isInert((await run('--print-config', `${name}/a.yaml`)).out, 'print-config');
          isInert((await run('graph', `${name}/a.yaml`)).out, 'graph');
        },
      ),
    );
  }

  test('a patch is escaped on a terminal, and left as it is for a program', () => {
    const patch = '--- a/x\n+++ b/x\n-\x1b[2J\n+\r\u202e\n';
    const written = (isTerminal: boolean): string => {
      const chunks: Uint8Array[] = [];
      const stream = new StandardStream(
        (bytes, from) => chunks.push(bytes.subarray(from)) && bytes.length - from,
        'it',
      );
      stream.patch(patch, isTerminal);
      return Buffer.concat(chunks).toString();
    };
    assert.is(written(false), patch);
    assert.is(written(true), '--- a/x\n+++ b/x\n-\\x1b[2J\n+\\r\\u{202e}\n');
  });

  test('colours and line breaks of a report stay, and nothing else that commands', () => {
    const chunks: Uint8Array[] = [];
    const stream = new StandardStream((bytes, from) => chunks.push(bytes.subarray(from)) && bytes.length - from, 'it');
    stream.text('\x1b[1;31mred\x1b[0m \x1b[2J\x1b]0;t\x07\n\té…✓ \u200b\u2028\ud800\n');
    assert.is(
      Buffer.concat(chunks).toString(),
      '\x1b[1;31mred\x1b[0m \\x1b[2J\\x1b]0;t\\x07\n\té…✓ \u200b\\u{2028}\\u{d800}\n',
    );
  });

  test('is the only one through which words leave the process', async () => {
    const other: Readonly<Record<string, RegExp>> = {
      // The door itself; files; whether standard output is a terminal; an older Node.js, which runs nothing else.
      'src/cli/standard-stream.ts': /writeSync\(target, bytes, from\)/g,
      'src/cli/replace-file.ts': /writeSync\(descriptor, content, at, content\.length - at, at\)/g,
      'src/cli/write-to-pipe.ts': /writeSync\(descriptor, bytes, at\)/g,
      'src/cli/start.ts': /process\.stdout\.(?:isTTY|columns)/g,
      // Speaks of them, in the configuration of others.
      'rules/beside/log-to-file.ts': /\/dev\/(?:stdout|stderr)/g,
      'src/cli/launch.ts': /console\.error\(`cloudrun-lint: \$\{refusal\}`\)/g,
    };
    const ways =
      /console\.|process\.(?:stdout|stderr|emitWarning|report|binding|_rawDebug)|\bwritev?Sync\(|\bwritev?\(\s*[12],|\/dev\/(?:stdout|stderr|tty)|createWriteStream|WriteStream/;
    for (const file of await globby(['src/**/*.ts', 'rules/**/*.ts'])) {
      const code = readFileSync(file, 'utf8')
        .replace(/^\s*(?:\/?\*|\/\/).*$/gm, '')
        .replace(other[file] ?? /(?!)/g, '');
      assert.is(ways.exec(code)?.[0], undefined, file);
    }
  });
});
