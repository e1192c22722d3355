import * as assert from 'uvu/assert';
import { instanceOf } from '../../src/instance/instance.ts';
import type { Settings } from '../../src/instance/settings.ts';
import { isLoopback, parseAddresses, parseBind, parsePort } from '../../src/model/address.ts';
import { parseImage } from '../../src/model/image.ts';
import { isOlder } from '../../src/model/image-version.ts';
import { containers } from '../model/reading.ts';
import { suite } from '../suite.ts';

function settings(container: string): Settings {
  return instanceOf(containers(`[{ image: acme/proxy, ${container} }]`)).members[0]!.settings;
}

suite('instance/settings', (test) => {
  test('reads flags in every notation', () => {
    const given = settings('args: [--port=1, --host, h, -p, "2", -q3, -r=4, "-c FILE", --last]');
    const value = (name: string): unknown => given.given(name)?.value;
    assert.is(value('--port'), '1');
    assert.is(value('--host'), 'h');
    assert.is(value('-p'), '2');
    assert.is(value('-q'), '3');
    assert.is(value('-r'), '4');
    assert.is(value('-c'), 'FILE');
    assert.is(value('--last'), '');
    assert.is(value('--por'), undefined);
    assert.is(given.given('--nothing'), undefined);
  });

  test('the last of several wins', () => {
    assert.is(settings('args: [--port=1, --port=2]').given('--port')?.value, '2');
  });

  test('all of several are there to be asked for', () => {
    const values = settings('args: [--config=a, --config, b]').all('--config');
    assert.equal(
      values.map(({ value }) => value),
      ['a', 'b'],
    );
  });

  test('a script may hide arguments, the script of a shell only by calling another', () => {
    const hides = (start: string): boolean => settings(start).mayHideSome;
    assert.is(hides('command: [/start.sh]'), true);
    assert.is(hides('command: [/bin/sh, /start.sh]'), true);
    assert.is(hides('command: [sh, -c], args: ["set -e; . /env.sh && exec proxy --port=1"]'), true);
    assert.is(hides('command: [sh, -ec, "exec proxy --port=1"]'), false);
    assert.is(hides('command: [/docker-entrypoint.sh], args: [nginx]'), false);
  });

  test('flags come before variables', () => {
    const given = settings('args: [--port=1], env: [{ name: PORT_X, value: "2" }]');
    assert.is(given.first(['PORT_X', '--port'])?.value, '1');
    assert.is(given.first(['PORT_X'])?.value, '2');
  });

  test('switches are on, off, or unknown', () => {
    const given = settings(
      'args: [--on, --off=false, --value=x], env: [{ name: A, value: "true" }, { name: B, value: "0" }, { name: C, value: "${X}" }, { name: D, value: "" }]',
    );
    assert.is(given.isOn(['--on']), true);
    assert.is(given.isOn(['--off']), false);
    assert.is(given.isOn(['--absent']), false);
    assert.is(given.isOn(['--value=x']), true);
    assert.is(given.isOn(['--value=y']), false);
    assert.is(given.isOn(['A']), true);
    assert.is(given.isOn(['A=true']), true);
    assert.is(given.isOn(['A=false']), false);
    assert.is(given.isOn(['B']), false);
    assert.is(given.isOn(['B=false']), true);
    assert.is(given.isOn(['C']), undefined);
    assert.is(given.isOn(['D']), false);
    assert.is(given.isOn(), false);
  });

  test('a switch does not take the next word for its value', () => {
    assert.is(settings('args: [--health-check, "false"]').isOn(['--health-check']), true);
  });

  test('prefixes and endings', () => {
    const given = settings('args: [--entrypoints.web.address=:80, /etc/redis.conf], env: [{ name: KONG_X, value: y }]');
    assert.ok(given.given('--entrypoints*'));
    assert.ok(given.given('.conf'));
    assert.ok(given.given('KONG_*'));
    assert.is(given.given('TYK_*'), undefined);
  });

  test('placeholders for whole arguments hide others', () => {
    assert.is(settings('args: ["${ARGS}"]').mayHideSome, true);
    assert.is(settings('args: ["${INSTANCE_CONNECTION_NAME}"]').mayHideSome, false);
    assert.is(settings('args: ["--port=${PORT}"]').mayHideSome, false);
    assert.is(settings('env: [{ name: "${NAME}", value: x }]').mayHideSome, true);
  });

  test('the script behind sh -c is split', () => {
    const given = settings('command: [/bin/sh, -c], args: ["exec proxy --port 5432 --quiet"]');
    assert.is(given.given('--port')?.value, '5432');
    assert.is(given.isOn(['--quiet']), true);
  });

  test('points at the value', () => {
    const { on } = settings('args: ["--port=5432"]').given('--port')!;
    assert.is(on.source.text.slice(on.span.start, on.span.end), '5432');
  });
});

suite('instance/address', (test) => {
  const binds: readonly [string, string][] = [
    [':8080', 'all 8080'],
    ['0.0.0.0:8080', 'all 8080'],
    ['[::]:9002', 'all 9002'],
    ['localhost:4317', 'loopback 4317'],
    ['127.0.0.1', 'loopback undefined'],
    ['http://0.0.0.0:11434', 'all 11434'],
    ['8080', 'undefined 8080'],
    ['10.0.0.1:80', 'undefined 80'],
    ['0.0.0.0:8000, 0.0.0.0:8443 ssl', 'all 8000'],
    ['', 'all undefined'],
    ['off', 'undefined undefined'],
    ['[::1]:99999', 'loopback undefined'],
  ];
  for (const [text, expected] of binds) {
    test(`binds "${text}"`, () => assert.is(`${parseBind(text).reach} ${parseBind(text).port}`, expected));
  }

  const addresses: readonly [string, string][] = [
    ['http://localhost', 'localhost:80 http'],
    ['https://[::1]:8443/x', '[::1]:8443 https'],
    ['postgres://u:p@h:1/d', 'h:1 postgres'],
    ['postgresql+psycopg2://u:p%40@localhost/d', 'localhost:5432 postgres'],
    ['jdbc:sqlserver://localhost;databaseName=x', 'localhost:1433 sqlserver'],
    ['mongodb://a:1,b:2/d', 'a:1 mongodb, b:2 mongodb'],
    ['redis://:pw@localhost:6380/0', 'localhost:6380 redis'],
    ['u:p@tcp(127.0.0.1:3307)/d?x=tcp(y)', '127.0.0.1:3307 mysql'],
    ['host=/cloudsql/p:r:i user=x', ''],
    ['host=localhost user=x', 'localhost:undefined undefined'],
    ['Host=localhost;Port=5433;Database=d', 'localhost:5433 undefined'],
    ['ghost=localhost', ''],
    ['urn:x:y', ''],
    ['unix:///sockets/x', ''],
    ['http://${HOST}:80', ''],
    ['http://', ''],
    ['plain text', ''],
  ];
  for (const [text, expected] of addresses) {
    test(`finds the address in "${text}"`, () => {
      const found = parseAddresses(text).map(({ host, port, protocol }) => `${host}:${port} ${protocol}`);
      assert.is(found.join(', '), expected);
    });
  }

  test('ports are numbers from 1 to 65535', () => {
    assert.equal(['0', '1', '65535', '65536', '080', '8.0', '-1', ''].map(parsePort), [
      undefined,
      1,
      65535,
      undefined,
      80,
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('loopback is more than one address', () => {
    assert.equal(['localhost', 'LOCALHOST', '127.0.0.2', '[::1]', '0.0.0.0', 'db'].map(isLoopback), [
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  test('stays fast on hostile text', () => {
    for (const text of [
      '@'.repeat(100_000),
      `host=${' host='.repeat(50_000)}`,
      `http://${'a,'.repeat(50_000)}`,
      'tcp('.repeat(50_000),
    ]) {
      assert.ok(parseAddresses(text).length >= 0);
    }
  });
});

suite('model/image-version', (test) => {
  test('compares releases', () => {
    const older = (tag: string): unknown => isOlder(parseImage(`acme/x${tag}`), '1.10.0');
    assert.equal([':1.9.9', ':v1.9', ':1', ':1.10.0', ':1.10.1-alpine', ':2', ':0.99'].map(older), [
      true,
      true,
      false,
      false,
      false,
      false,
      true,
    ]);
    assert.equal(['', ':latest', ':latest-alpine', ':edge', '@sha256:ab', ':${TAG}'].map(older), [
      false,
      false,
      false,
      undefined,
      undefined,
      undefined,
    ]);
    assert.is(isOlder(undefined, '1.0.0'), undefined);
  });
});
