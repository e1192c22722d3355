import * as assert from 'uvu/assert';
import { type ImageBuild, readImageBuild } from '../../src/beside/dockerfile/image-build.ts';
import { parseDockerfile } from '../../src/beside/dockerfile/parse.ts';
import { SourceText } from '../../src/tree/source-text.ts';
import { suite } from '../suite.ts';

function read(text: string, target?: string): ImageBuild {
  const build = readImageBuild(parseDockerfile(new SourceText('Dockerfile', text)), target);
  if (!build) throw new Error('no stage');
  return build;
}

/** The words of a command, and what the file has at their places. */
function words(text: string, command: ImageBuild['command']): readonly string[] {
  return (command?.items ?? []).map(({ text: word, span }) => `${word} @${text.slice(span.start, span.end)}`);
}

suite('beside/dockerfile', (test) => {
  test('reads the last stage alone', () => {
    const build = read(
      'FROM node:22 AS build\nENV A=1\nCMD ["x"]\nFROM nginx:1.27\nCOPY --from=build /app/dist /usr/share/nginx/html\n',
    );
    assert.is(build.base?.text, 'nginx:1.27');
    assert.is(build.env.size, 0);
    assert.is(build.command, undefined);
    assert.equal(
      build.copies.map(({ fromElsewhere, target }) => [fromElsewhere, target]),
      [[true, '/usr/share/nginx/html']],
    );
  });

  test('follows a stage that begins with an earlier one, and stops at a target', () => {
    const text = 'FROM python:3.12 AS base\nENV PORT=8000\nFROM base AS dev\nCMD ["dev"]\nFROM base\nCMD ["prod"]\n';
    assert.is(read(text).base?.text, 'python:3.12');
    assert.is(read(text).env.get('PORT')?.value, '8000');
    assert.equal(words(text, read(text, 'dev').command), ['dev @dev']);
    assert.is(readImageBuild(parseDockerfile(new SourceText('Dockerfile', text)), 'none'), undefined);
  });

  test('fills in arguments and variables, and knows which it cannot', () => {
    const build = read(
      'ARG TAG=1.27\nARG REST\nFROM nginx:${TAG}-alpine\nENV A=b C="d e" F=$A\nENV OLD a value\nENV X=${REST} Y=${NONE:-z}\n',
    );
    assert.is(build.base?.text, 'nginx:1.27-alpine');
    const values = Object.fromEntries([...build.env].map(([name, { value }]) => [name, value]));
    assert.equal(values, { A: 'b', C: 'd e', F: 'b', OLD: 'a value', X: undefined, Y: 'z' });
    assert.is(read('ARG TAG\nFROM nginx:${TAG}\n').base, undefined);
  });

  test('has a place for every word, over continued lines with comments between', () => {
    const text = 'FROM a\nCMD ["nginx", \\\n  # why\n\n  "-g", "daemon\\u0020off;"]\n';
    assert.equal(words(text, read(text).command), ['nginx @nginx', '-g @-g', 'daemon off; @daemon\\u0020off;']);
  });

  test('tells the form of a shell from that of a list', () => {
    const text = 'FROM a\nENTRYPOINT exec gunicorn \\\n  --bind :8081 app\n';
    const { entrypoint } = read(text);
    assert.ok(entrypoint?.isShell);
    assert.equal(words(text, entrypoint), ['exec gunicorn   --bind :8081 app @exec gunicorn \\\n  --bind :8081 app']);
    assert.ok(read("FROM a\nCMD ['nginx']\n").command?.isShell);
  });

  test('resets the command where a later entry point is given', () => {
    assert.is(read('FROM a\nCMD ["x"]\nFROM a\nENTRYPOINT ["y"]\n').command, undefined);
  });

  test('passes over here-documents, and knows that a copy holds its text itself', () => {
    const build = read('FROM a\nRUN <<EOF\nCMD no\nEOF\nCOPY <<-"END" /etc/x.conf\n\tENV no=1\n\tEND\nCMD ["yes"]\n');
    assert.is(build.command?.items[0]?.text, 'yes');
    assert.is(build.env.size, 0);
    assert.ok(build.copies[0]?.fromElsewhere);
    assert.match(build.runs[0]?.text ?? '', 'CMD no');
  });

  test('reads another escape character, and line ends of Windows', () => {
    const build = read('# escape=`\r\nFROM a\r\nCMD ["x", `\r\n "y"]\r\n');
    assert.equal(
      build.command?.items.map(({ text }) => text),
      ['x', 'y'],
    );
  });

  test('knows where copies go', () => {
    const targets = (text: string) => read(`FROM a\n${text}\n`).copies.map(({ target }) => target);
    assert.equal(targets('COPY a.conf /etc/nginx/'), ['/etc/nginx/']);
    assert.equal(targets('COPY a.conf b.conf /etc/nginx'), ['/etc/nginx/']);
    assert.equal(targets('WORKDIR /etc/nginx\nCOPY a.conf .\nCOPY b.conf ./conf.d/x.conf'), [
      '/etc/nginx/',
      '/etc/nginx/conf.d/x.conf',
    ]);
    assert.equal(targets('COPY ["a b.conf", "/etc/x.conf"]\nCOPY a ${NONE}/b'), ['/etc/x.conf', undefined]);
  });

  test('never throws', () => {
    for (const text of [
      '',
      '\\',
      'FROM',
      'FROM a\nCMD [',
      'FROM a\nCMD ["a',
      'CMD ["x"]',
      'FROM a AS a\nFROM a AS a',
      'ENV',
      'FROM a\nENV =\nCOPY\nWORKDIR\nRUN <<A\n',
    ]) {
      readImageBuild(parseDockerfile(new SourceText('Dockerfile', text)));
    }
  });

  test('knows no value that doubles with every line', () => {
    const lines = Array.from({ length: 40 }, (_, i) => `ENV A${i + 1}=$A${i}$A${i}\n`);
    const build = read(`FROM nginx:1.27\nENV A0=xx\n${lines.join('')}ENV B=$A3\n`);
    assert.is(build.env.get('B')?.value, 'x'.repeat(16));
    assert.is(build.env.get('A40')?.value, undefined);
    for (const { value = '' } of build.env.values()) assert.ok(value.length <= 200_000);
  });
});
