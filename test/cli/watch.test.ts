import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import * as assert from 'uvu/assert';
import { parseCommandLine } from '../../src/cli/args.ts';
import type { Io } from '../../src/cli/io.ts';
import { began, ended, watchCommand } from '../../src/cli/watch-command.ts';
import { manifestName, nginx } from '../beside/contradictions/scenes.ts';
import { inTemporaryFolder } from '../integrations/repository.ts';
import { suite } from '../suite.ts';

const right = await readFile('examples/nginx/right.yaml', 'utf8');
const wrong = right.replace('cpu: 500m', 'cpu: plenty');
const behindProxy = nginx[manifestName]!.replace(
  'startupProbe: { tcpSocket: { port: 8081 } }',
  'env: [{ name: PORT, value: "8081" }]\n          startupProbe: { tcpSocket: { port: 8081 } }',
);

function recorder(cwd: string): { readonly io: Io; readonly lines: string[]; readonly errors: string[] } {
  const lines: string[] = [];
  const errors: string[] = [];
  const io: Io = {
    cwd,
    env: {},
    isTerminal: false,
    columns: 80,
    out: (text) => {
      lines.push(...text.split('\n').filter((line) => line !== ''));
      return 'written';
    },
    err: (line) => void errors.push(line),
    patch: () => 'written',
    note: () => {},
    stdin: async () => new Uint8Array(),
  };
  return { io, lines, errors };
}

suite('watch', (test) => {
  test('each report stands between the marks, and the last one gives the exit code', () =>
    inTemporaryFolder(async (folder) => {
      const file = join(folder, 'service.yaml');
      const { io, lines } = recorder(folder);
      async function* moments() {
        await writeFile(file, wrong);
        yield;
        await writeFile(file, right);
        yield;
      }
      const args = parseCommandLine(['--watch', '-f', 'compact', 'service.yaml']);
      assert.is(await watchCommand(args, io, moments()), 0);
      const [first, finding, ...rest] = lines;
      assert.is(first, began);
      assert.match(finding!, /^service\.yaml:\d+:\d+: error: .+ \[invalid-cpu\]$/);
      assert.equal(rest, [ended, began, ended]);
    }));

  test('a mistake of usage is told and the watch goes on', async () => {
    const { io, errors, lines } = recorder('.');
    async function* moments() {
      yield;
      yield;
    }
    assert.is(await watchCommand(parseCommandLine(['--watch', '-f', 'nonsense']), io, moments()), 2);
    assert.is(errors.length, 2);
    assert.equal(lines, [began, ended, began, ended]);
  });

  test('standard input cannot be watched', async () => {
    const { io } = recorder('.');
    try {
      await watchCommand(parseCommandLine(['--watch', '-']), io);
      assert.unreachable();
    } catch (error) {
      assert.match((error as Error).message, /cannot follow standard input/);
    }
  });

  test('changed files beside a manifest are noticed', () =>
    inTemporaryFolder(async (folder) => {
      for (const name of ['right.yaml', 'default.conf', 'secrets.sh'])
        await cp(join('examples/nginx', name), join(folder, name));
      const config = await readFile(join(folder, 'default.conf'), 'utf8');
      const { child, comes } = watching(folder, '.');
      try {
        await comes(/^$/);
        await writeFile(join(folder, 'default.conf'), config.replace('3000', '3001'));
        await comes(/^default\.conf:5:\d+: error: .+ \[upstream-mismatch\]$/);
        await writeFile(join(folder, 'default.conf'), config);
        await comes(/^$/);
      } finally {
        child.kill();
        await once(child, 'exit');
      }
    }));

  test('of one manifest alone, too, what lies beside it is noticed, new and missing files included', () =>
    inTemporaryFolder(async (folder) => {
      const deploy = join(folder, 'deploy');
      for (const name of ['deploy', 'edge', 'edge/parts']) await mkdir(join(folder, name));
      await writeFile(join(deploy, 'service.yaml'), behindProxy);
      const dockerfile = 'FROM nginx:1.27\nCOPY site.nginx /etc/nginx/conf.d/default.conf\n';
      const site = 'server { listen 8080; location / { proxy_pass http://localhost:8081; } }';
      const { child, comes } = watching(folder, 'deploy/service.yaml');
      try {
        await comes(/^$/);
        await writeFile(join(folder, 'edge/site.nginx'), site.replace('8081', '8082'));
        await writeFile(join(folder, 'edge/Dockerfile'), dockerfile);
        await comes(/^edge\/site\.nginx:1:\d+: error: .+ \[upstream-mismatch\]$/);
        await writeFile(join(folder, 'edge/site.nginx'), site);
        await comes(/^$/);
        await rm(join(folder, 'edge/site.nginx'));
        await comes(/^$/);
        await writeFile(join(folder, 'edge/site.nginx'), site.replace('8081', '8083'));
        await comes(/^edge\/site\.nginx:.+$/);
      } finally {
        child.kill();
        await once(child, 'exit');
      }
    }));

  test('its own report is no change', () =>
    inTemporaryFolder(async (folder) => {
      await writeFile(join(folder, 'service.yaml'), wrong);
      const { child, comes, count } = watching(folder, '.', '-f', 'json=report.json');
      try {
        await comes(/^service\.yaml:.+$/);
        await setTimeout(500);
        await writeFile(join(folder, 'service.yaml'), right);
        await comes(/^$/);
        assert.ok(count() <= 3, `${count()} reports`);
      } finally {
        child.kill();
        await once(child, 'exit');
      }
    }));

  test('changed, new and deleted manifests are noticed, other files are not', () =>
    inTemporaryFolder(async (folder) => {
      await mkdir(join(folder, 'deploy'));
      await writeFile(join(folder, 'service.yaml'), right);
      const { child, comes } = watching(folder, '.');
      try {
        const nothing = /^$/;
        await comes(nothing);
        await writeFile(join(folder, 'service.yaml'), wrong);
        await comes(/^service\.yaml:.+$/);
        await writeFile(join(folder, 'service.yaml'), right);
        await comes(nothing);
        await writeFile(join(folder, 'deploy', 'other.yml'), wrong);
        await comes(/^deploy\/other\.yml:.+$/);
        await writeFile(join(folder, 'cloudrun-lint.json'), '{"rules":{"invalid-cpu":"off"}}');
        await comes(nothing);
        await rm(join(folder, 'cloudrun-lint.json'));
        await comes(/^deploy\/other\.yml:.+$/);
        await rm(join(folder, 'deploy', 'other.yml'));
        await comes(nothing);
      } finally {
        child.kill();
        await once(child, 'exit');
      }
    }));
});

/** The command, watching something in a folder; `comes` waits for a report. */
function watching(folder: string, path: string, ...more: readonly string[]) {
  const entry = resolve('src/cli/main.ts');
  const loader = import.meta.resolve('tsx');
  const child = spawn(process.execPath, ['--import', loader, entry, '--watch', '-f', 'compact', ...more, path], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'ignore'],
    timeout: 60_000,
  });
  const next = readReports(createInterface({ input: child.stdout }));
  let reports = 0;
  const counted = async (): Promise<string | undefined> => {
    reports++;
    return next();
  };
  const comes = async (expected: RegExp): Promise<void> => {
    let report = await counted();
    while (report !== undefined && !expected.test(report)) report = await counted();
    assert.ok(report !== undefined, `no report was ${expected}`);
  };
  return { child, comes, count: () => reports };
}

/** Gives one report after another; undefined when the program has ended. */
function readReports(lines: AsyncIterable<string>): () => Promise<string | undefined> {
  const iterator = lines[Symbol.asyncIterator]();
  return async () => {
    const report: string[] = [];
    for (;;) {
      const { value: line, done } = await iterator.next();
      if (done) return undefined;
      if (line === ended) return report.join('\n');
      if (line !== began) report.push(line);
    }
  };
}
