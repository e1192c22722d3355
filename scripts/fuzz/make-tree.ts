import type { Random } from '../random.ts';
import { makeGlob, namedGlob } from './make-glob.ts';

/** A repository that somebody could send, and the words of a command line. Paths are relative to its root. */
export interface Tree {
  readonly files: Readonly<Record<string, string>>;
  /** Where each symbolic link leads to, as it is written into it. */
  readonly links: Readonly<Record<string, string>>;
  /** Other names (hard links) of files. */
  readonly otherNames: Readonly<Record<string, string>>;
  readonly argv: readonly string[];
}

/** With something for every kind of run: to report, to fix safely, and to fix only on demand. */
const manifest = `apiVersion: serving.knative.dev/v1
kind: Service
metadata: { name: shop }
spec:
  template:
    metadata: { annotations: { run.googleapis.com/container-dependencies: '{"app":["proxy"]}' } }
    spec:
      containers:
        - { name: app, image: nginx, ports: [{ containerPort: "8080" }], env: [{ name: PASSWORD, value: hunter2 }] }
        - { name: proxy, image: "docker.io/acme/proxy:latest", resources: { limits: { memory: 64 } } }
`;
const terraform = `resource "google_cloud_run_v2_service" "shop" {
  name     = local.name
  location = "europe-west1"
  template {
    containers { image = "nginx" }
  }
}
`;

/** What a tree may hold, the same manifest in most. */
const contents: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [
      'service.yaml',
      'deploy/a.yaml',
      'deploy/b.yml',
      'a/a/a/a/a/a/a/a.yaml',
      `${'ab'.repeat(60)}.yaml`,
      '--fix.yaml',
      '--fix',
      '--config=service.yaml',
      '--format=json=service.yaml',
      'graph',
      '::error::x.yaml',
      'x\n::error::y.yaml',
      'x.yaml:1:1: error: y.yaml',
      '\u001b[31m.yaml',
      '{a,b}.yaml',
      'node_modules/a.yaml',
    ].map((name) => [name, manifest]),
  ),
  'main.tf': terraform,
  'locals.tf': 'locals { name = "shop" }\n',
  'kustomization.yaml': 'patches: [{ path: ../outside/secret.yaml }, { path: service.yaml }, { path: /dev/zero }]\n',
  'skaffold.yaml': 'deploy: { cloudrun: {} }\n',
  'known.json': '{ "version": 1, "files": {} }\n',
};
const names = Object.keys(contents);

const linkNames = [
  'link.yaml',
  'deploy/out',
  'deploy/link.yaml',
  'cloudrun-lint.yaml',
  '.gitignore',
  'deploy/.gitignore',
  'known.json',
  'cloudrun-lint-baseline.json',
  'kustomization.yaml',
  'skaffold.yaml',
  'locals.tf',
  'main.tf',
];

/** Of places outside of the repository, of the repository and of nothing. */
export const targets = [
  '../outside/secret.yaml',
  '../outside',
  '../../outside/secret.yaml',
  '../../repository/service.yaml',
  '/proc/self/environ',
  '/dev/zero',
  'service.yaml',
  'link.yaml',
  'deploy',
  '.',
  '..',
  '.git',
  '.git/config',
  'nothing',
];

const options = [
  '--fix',
  '--fix',
  '--fix-unsafe',
  '--diff',
  '-q',
  '--no-ignores',
  '--no-config',
  '--require-resources',
  '--ignore-unrecognized',
  '--update-baseline',
  '--timing',
  '--',
  '-',
  '-fcompact',
  '--profile=strict',
];
const withValue = [
  '-f',
  '--format',
  '-c',
  '--config',
  '--baseline',
  '--rule',
  '--profile',
  '--fail-on',
  '--max-warnings',
  '--stdin-filename',
  '--print-config',
  '--target',
  '--sarif-category',
];
const commands = ['graph', 'explain', 'rules', 'schema', 'init', 'help'];
const formats = ['json', 'sarif', 'github', 'gitlab', 'junit', 'checkstyle', 'rdjson', 'markdown', 'compact'];
const junk = [
  '',
  '=',
  '__proto__',
  'constructor=error',
  '-1',
  '\u001b[31m',
  '::error::x',
  '\ud800',
  '--x=\n',
  '1e99',
  '.git',
  '.git/config',
  '.git/x.json',
  'a'.repeat(5000),
];

/** A tree with hostile links, names, patterns and words, as the JSON that `checkTree` reads. */
export function makeTree(random: Random): string {
  const some = <T>(items: readonly T[], most: number): T[] =>
    Array.from({ length: random.below(most + 1) }, () => random.pick(items));
  const globs = (): string[] => Array.from({ length: 1 + random.below(3) }, () => makeGlob(random));
  const files: Record<string, string> = { 'service.yaml': manifest };
  for (const name of some(names, 5)) files[name] = contents[name]!;
  if (random.below(2) === 0) files['cloudrun-lint.yaml'] = makeConfig(random, globs);
  if (random.below(3) === 0) files[random.pick(['.gitignore', 'deploy/.gitignore'])] = globs().join('\n');
  const links: Record<string, string> = {};
  for (const name of some(linkNames, 3)) if (!Object.hasOwn(files, name)) links[name] = random.pick(targets);
  const otherNames: Record<string, string> = random.below(4) === 0 ? { 'other.yaml': 'service.yaml' } : {};

  const place = (): string =>
    random.pick([
      random.pick(names),
      random.pick(Object.keys(files)),
      random.pick(linkNames),
      'other.yaml',
      'deploy/out/secret.yaml',
      'deploy/out/x.json',
      'new/report.json',
      '.gitignore',
      random.pick(junk),
    ]);
  const word = (): string => random.pick([place(), namedGlob(random), `${random.pick(formats)}=${place()}`]);
  const argv: string[] = random.below(8) === 0 ? [random.pick(commands)] : [];
  for (let i = random.below(5); i > 0; i--) {
    argv.push(
      ...random.pick([
        [random.pick(options)],
        [random.pick(withValue), word()],
        ['-f', `${random.pick(formats)}=${place()}`],
        ['-f', random.pick(formats)],
        [place()],
        [word()],
        ['.'],
      ]),
    );
  }
  return JSON.stringify({ files, links, otherNames, argv } satisfies Tree);
}

function makeConfig(random: Random, globs: () => readonly string[]): string {
  const lists = [
    () => ({ exclude: globs() }),
    () => ({ overrides: [{ files: globs(), rules: { schema: 'off' }, reason: 'x' }] }),
    () => ({ overrides: [{ service: globs(), container: globs()[0], rules: { schema: 'info' } }] }),
    () => ({ catalogue: [{ image: globs()[0], role: 'reverse-proxy' }] }),
    () => ({ extends: random.pick(targets) }),
    () => ({ extends: ['./link.yaml', './cloudrun-lint.yaml', random.pick(targets)] }),
  ];
  return JSON.stringify(random.pick(lists)());
}
