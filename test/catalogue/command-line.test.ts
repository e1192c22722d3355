import * as assert from 'uvu/assert';
import { runsAnother, startsScript } from '../../src/catalogue/command-line.ts';
import { suite } from '../suite.ts';

suite('catalogue/command line', (test) => {
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
    ['a script of the team', ['/scripts/start.sh'], true],
    ['a placeholder', ['${COMMAND}'], false],
    ['a placeholder in a script', ['sh', '-c', '$COMMAND'], false],
  ];
  for (const [title, words, expected] of others) {
    test(title, () => assert.is(runsAnother(words, ['postgres']), expected));
  }

  test('a sub-command decides where it is named', () => {
    const programs = ['ollama serve', 'serve'];
    assert.is(runsAnother(['/bin/ollama', 'serve'], programs), false);
    assert.is(runsAnother(['serve'], programs), false);
    assert.is(runsAnother(['ollama', 'pull', 'gemma3'], programs), true);
    assert.is(runsAnother(['sh', '-c', 'ollama serve & ollama pull gemma3; wait'], programs), false);
  });

  test('a shell or a script may write files before the program runs', () => {
    for (const words of [['sh', '-c', 'x'], ['/usr/bin/env', 'A=b', 'bash'], ['tini', '--', '/start.sh'], ['run.py']]) {
      assert.is(startsScript(words), true, words.join(' '));
    }
    for (const words of [[], ['nginx', '-c', 'x.sh'], ['tini', '--', 'nginx'], ['-c', '/x.sh']]) {
      assert.is(startsScript(words), false, words.join(' '));
    }
  });
});
