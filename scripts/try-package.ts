import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { install } from './runtimes/install.ts';

/**
 * `npm run try-package`: packs the package, offers it in a registry of its own on this machine, and runs it from there
 * as docs/installation.md says: with `npx`, `bunx` and `deno run -A npm:`, each in an empty folder with one wrong
 * service. Exit code 1 where one of them prints something else than the bundle itself.
 */
const run = promisify(execFile);
const folder = await mkdtemp(join(tmpdir(), 'cloudrun-lint-package-'));
const server = await serve(folder);
try {
  const registry = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const [bun, deno] = await install(folder, ['bun', 'deno']);
  const expected = await output(process.execPath, ['dist/cli.js', 'examples/nginx/wrong.yaml']);
  const ways: readonly (readonly [string, string, readonly string[]])[] = [
    ['npx cloudrun-lint', 'npx', ['--yes', 'cloudrun-lint']],
    ['bunx cloudrun-lint', bun!.command[0]!, ['x', '--bun', 'cloudrun-lint']],
    ['deno run -A npm:cloudrun-lint', deno!.command[0]!, ['run', '-A', '--no-lock', 'npm:cloudrun-lint']],
  ];
  for (const [name, program, args] of ways) {
    const place = join(folder, name.split(' ')[0]!);
    await mkdir(join(place, 'examples/nginx'), { recursive: true });
    await cp('examples/nginx/wrong.yaml', join(place, 'examples/nginx/wrong.yaml'));
    // Nothing that this machine has set up or kept is to help or hinder.
    const env = {
      PATH: process.env.PATH,
      HOME: place,
      TMPDIR: place,
      NPM_CONFIG_REGISTRY: registry,
      DENO_DIR: place,
      BUN_INSTALL_CACHE_DIR: join(place, 'cache'),
    };
    const printed = await output(program, [...args, 'examples/nginx/wrong.yaml'], { cwd: place, env });
    if (printed !== expected) throw new Error(`${name} prints:\n${printed}\ninstead of:\n${expected}`);
    console.log(`${name}: prints what the bundle prints`);
  }
} finally {
  server.close();
  await rm(folder, { recursive: true, force: true });
}

/** What a run prints as its report; a service that is wrong makes it end with 1, anything else is a fault. */
async function output(program: string, args: readonly string[], options: object = {}): Promise<string> {
  try {
    await run(program, [...args, '-f', 'compact'], options);
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    if (code === 1) return stdout;
    throw new Error(`${program} ends with ${code}: ${stderr}`);
  }
  throw new Error(`${program} finds nothing wrong.`);
}

/** A registry that knows this one package, on a port of this machine. */
async function serve(place: string): Promise<Server> {
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', place]);
  const tarball = await readFile(join(place, JSON.parse(stdout)[0].filename));
  const meta = JSON.parse(await readFile('package.json', 'utf8'));
  const { name, version } = meta;
  const server = createServer((request, response) => {
    if (request.url?.endsWith('.tgz')) return response.end(tarball);
    if (decodeURIComponent(request.url ?? '') !== `/${name}`) return response.writeHead(404).end();
    const dist = {
      tarball: `http://${request.headers.host}/${name}/-/${name}-${version}.tgz`,
      shasum: createHash('sha1').update(tarball).digest('hex'),
      integrity: `sha512-${createHash('sha512').update(tarball).digest('base64')}`,
    };
    const { devDependencies, scripts, ...published } = meta;
    const versions = { [version]: { ...published, dist } };
    response.writeHead(200, { 'content-type': 'application/json' });
    return response.end(JSON.stringify({ name, 'dist-tags': { latest: version }, versions }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
