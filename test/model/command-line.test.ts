import * as assert from 'uvu/assert';
import { suite } from '../suite.ts';
import { commandLine } from './reading.ts';

suite('model/command line', (test) => {
  const others: readonly [string, readonly string[], boolean][] = [
    ['nothing is given', [], false],
    ['flags alone', ['-c', 'max_connections=100'], false],
    ['a file of configuration', ['/etc/redis/redis.conf'], false],
    ['the program', ['postgres', '-p', '5433'], false],
    ['the program by its path', ['/usr/lib/postgresql/17/bin/postgres'], false],
    ["behind the image's own script", ['docker-entrypoint.sh', 'postgres'], false],
    ['a client', ['pg_dump', '-U', 'postgres'], true],
    ['a client in a script', ['sh', '-c', 'while true; do pg_dump -U postgres; sleep 60; done'], true],
    ['the program in a script', ['bash', '-lc', 'prepare && exec postgres -p 5433'], false],
    ['a script behind options of the shell', ['bash', '-o', 'pipefail', '-c', 'exec postgres'], false],
    ['a script of the team', ['/scripts/start.sh'], true],
    ['a script of the team, by a shell', ['sh', '/scripts/start.sh'], true],
    ['a placeholder', ['${COMMAND}'], false],
    ['a placeholder in a script', ['sh', '-c', '$COMMAND'], false],
  ];
  for (const [title, words, expected] of others) {
    test(title, () => assert.is(commandLine(...words).runsAnother(['postgres']), expected));
  }

  test('a sub-command decides where it is named', () => {
    const runsAnother = (...words: string[]): boolean => commandLine(...words).runsAnother(['ollama serve', 'serve']);
    assert.is(runsAnother('/bin/ollama', 'serve'), false);
    assert.is(runsAnother('serve'), false);
    assert.is(runsAnother('ollama', 'pull', 'gemma3'), true);
    assert.is(runsAnother('sh', '-c', 'ollama serve & ollama pull gemma3; wait'), false);
  });

  const programs: readonly [string, string][] = [
    ['/usr/bin/env -u HOME A=b uvicorn main:app', 'uvicorn'],
    ['env', ''],
    ['tini -g -p SIGTERM -- uvicorn main:app', 'uvicorn'],
    ['/usr/bin/dumb-init --rewrite 15:3 -- uvicorn', 'uvicorn'],
    ['docker-entrypoint.sh uvicorn', 'uvicorn'],
    ['/usr/local/bin/python3.12 -u -X dev -m gunicorn main:app', 'gunicorn'],
    ['python manage.py runserver', 'manage.py'],
    ['python -c print()', 'python'],
    ['node --env-file .env server.js', 'server.js'],
    ['uv run --no-sync --with httpx uvicorn main:app', 'uvicorn'],
    ['uv sync', 'uv'],
    ['uv --directory /app run -- uvicorn', 'uvicorn'],
    ['poetry run python -m flask run', 'flask'],
    ['npx --yes next start', 'next'],
    ['ddtrace-run opentelemetry-instrument --traces_exporter otlp gunicorn', 'gunicorn'],
    ['run uvicorn', 'run'],
    ['A=b uvicorn', 'A=b'],
    ['constructor x', 'constructor'],
  ];
  for (const [line, program] of programs) {
    test(`"${line}" starts "${program}"`, () => assert.is(commandLine(...line.split(' ')).program, program));
  }

  test('a shell or a script may write files before the program runs', () => {
    for (const words of [['sh', '-c', 'x'], ['/usr/bin/env', 'A=b', 'bash'], ['tini', '--', '/start.sh'], ['run.py']]) {
      assert.is(commandLine(...words).mayWriteFiles, true, words.join(' '));
    }
    for (const words of [[], ['nginx', '-c', 'x.sh'], ['tini', '--', 'nginx'], ['-c', '/x.sh'], ['python', 'run.py']]) {
      assert.is(commandLine(...words).mayWriteFiles, false, words.join(' '));
    }
  });

  test('a script in a file may give arguments that nobody sees, and so may a placeholder', () => {
    for (const words of [
      ['/start.sh'],
      ['tini', '--', '/start.sh', 'proxy'],
      ['sh', '/start.sh'],
      ['sh', '-c', 'set -e; . /env.sh && exec proxy'],
      ['proxy', '${ARGS}'],
    ]) {
      assert.is(commandLine(...words).hidesArguments, true, words.join(' '));
    }
    for (const words of [
      ['sh'],
      ['sh', '-ec', 'exec proxy'],
      ['sh', '-c', 'node server.js'],
      ['proxy', '${PROJECT}'],
    ]) {
      assert.is(commandLine(...words).hidesArguments, false, words.join(' '));
    }
  });

  test('the words of a script have places of their own', () => {
    const { words } = commandLine('sh', '-c', 'exec proxy --port 1');
    assert.equal(
      words.map(({ text }) => text),
      ['exec', 'proxy', '--port', '1'],
    );
    const { source, span } = words[1]!.part(1);
    assert.is(source.text.slice(span.start, span.end), 'roxy');
  });

  test('an image may split its arguments by itself', () => {
    const line = commandLine('-p "${PROJECT}" -x');
    assert.is(line.words.length, 1);
    assert.equal(
      line.split.words.map(({ text }) => text),
      ['-p', '${PROJECT}', '-x'],
    );
  });
});
