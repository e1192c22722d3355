import { rules } from '../../rules/index.ts';
import * as scenes from '../../test/beside/contradictions/scenes.ts';
import type { Random } from '../random.ts';
import { type Tree, targets } from './make-tree.ts';
import { mutate } from './mutate.ts';
import { mutateText } from './mutate-text.ts';

const { manifestName, ...consistent } = scenes;

/** Manifests with files beside them: scenes in which all agree, and the examples of rules. */
const seeds: readonly Readonly<Record<string, string>>[] = [
  ...Object.values(consistent),
  ...rules.flatMap(({ bad, good }) =>
    [...bad, ...good].flatMap(({ yaml, files }) => (files ? [{ [manifestName]: yaml, ...files }] : [])),
  ),
];

/** What else says how images are built and secrets are filled, and what belongs together. */
const builders: Readonly<Record<string, string>> = {
  'cloudbuild.yaml':
    'steps:\n  - name: gcr.io/cloud-builders/docker\n    args: [build, -t, "europe-docker.pkg.dev/acme/shop/edge:$TAG", -f, edge/Dockerfile, .]\n',
  'skaffold.yaml':
    'build: { artifacts: [{ image: europe-docker.pkg.dev/acme/shop/app, context: app, docker: { dockerfile: Dockerfile } }] }\n',
  'compose.yaml': 'services: { edge: { image: europe-docker.pkg.dev/acme/shop/edge, build: { context: edge } } }\n',
  Makefile: 'push:\n\tcd edge && docker build -t europe-docker.pkg.dev/acme/shop/edge:1 . \\\n\t  --target last\n',
  'deploy.sh':
    'gcloud secrets create edge --data-file=edge/default.conf\ncat otel/config.yaml | gcloud secrets versions add otel --data-file=-\n',
  '.github/workflows/a.yaml':
    'jobs: { a: { steps: [{ run: "docker build -t europe-docker.pkg.dev/acme/shop/app app" }] } }\n',
  'cloudrun-lint.yaml':
    'beside: [{ container: edge, dockerfile: edge/Dockerfile, context: ., config: ["edge/*.conf", edge/envoy.yaml], at: /etc/nginx }, { container: "o*", beside: false }]\n',
  '.gitignore': 'edge/*.template\n!edge/default.conf\n',
};

/** Names that a file can be moved to: what is looked for elsewhere, and what nobody would write. */
const names = [
  'Dockerfile',
  'edge/Containerfile',
  'x/edge/Dockerfile',
  'EDGE/Dockerfile',
  'edge/Dockerfile.local',
  'edge/nginx.conf',
  'edge/\u001b[31m.conf',
  'edge/x\n::error::y.conf',
  'edge/$(id).conf',
  'edge/*.conf',
  'a/b/c/d/e/f/g/edge/Dockerfile',
  'node_modules/edge/Dockerfile',
  'vendor/app/Dockerfile',
  '.hidden/otel/Dockerfile',
];

/** Lines that a Dockerfile can have more of. */
const instructions = [
  'COPY . /etc/nginx/',
  'COPY ../../outside/secret.yaml /etc/nginx/conf.d/default.conf',
  'COPY --from=build /etc/nginx /etc/nginx',
  'COPY * /etc/otelcol-contrib/',
  'ADD https://acme.example/x.conf /etc/nginx/conf.d/',
  'COPY ["default.conf", "/etc/nginx/conf.d/"]',
  'COPY <<EOF /etc/nginx/conf.d/default.conf\nserver { listen 8080; }\nEOF',
  'WORKDIR /etc/nginx/conf.d',
  'ENV A=$A B=${B:-$A} C="x\\',
  'ARG A=1',
  'FROM scratch AS last',
  'FROM last',
  'ENTRYPOINT ["sh", "-c", "envsubst < a > b; exec nginx"]',
  'CMD nginx -c /etc/nginx/x.conf',
  '# escape=`',
  'RUN rm -rf /etc/nginx/* && mv a /etc/nginx/nginx.conf',
];

/** Lines that make a configuration of nginx lead in circles or far away. */
const includes = [
  'include /etc/nginx/conf.d/*.conf;',
  'include default.conf;',
  'include ../../../outside/secret.yaml;',
  'upstream backend { server backend; }',
  'content_by_lua_block { "}" -- }',
  'set $x $x; proxy_pass http://$x;',
  '${A}${B}$C$',
];

/** Longer texts than this are cut: some are longer than what is read. */
const longest = 400_000;

/** A tree with a manifest whose neighbours were changed, as the JSON that `checkBeside` reads. */
export function makeBeside(random: Random): string {
  const files: Record<string, string> = { ...random.pick(seeds) };
  for (const name of Object.keys(builders)) if (random.below(6) === 0) files[name] = builders[name]!;
  const links: Record<string, string> = {};
  const neighbours = (): string[] => Object.keys(files).filter((name) => name !== manifestName);
  for (let changes = 1 + random.below(4); changes > 0; changes--) {
    const name = random.pick(neighbours().length > 0 ? neighbours() : [manifestName]);
    const text = files[name]!;
    const other = files[random.pick(Object.keys(files))]!;
    random.pick([
      () => {
        files[name] = mutateText(text, other, random);
      },
      () => {
        files[name] = mutateText(text, other, random);
      },
      () => {
        files[name] = mutate(text, other, random);
      },
      () => {
        files[manifestName] = mutate(files[manifestName]!, other, random);
      },
      () => {
        files[name] = withLine(
          text,
          random.pick(/ockerfile|ontainerfile/.test(name) ? instructions : includes),
          random,
        );
      },
      () => {
        const times = 1 + random.below(random.below(8) === 0 ? 4000 : 4);
        files[name] = text.repeat(Math.min(times, Math.ceil(longest / (text.length + 1)))).slice(0, longest);
      },
      () => {
        files[random.pick(names)] = text;
        if (random.below(2) === 0 && name !== manifestName) delete files[name];
      },
      () => {
        if (name === manifestName) return;
        delete files[name];
        links[name] = random.pick([...targets, ...Object.keys(files), '../outside/secret.yaml', `../${name}`]);
      },
      () => {
        const count = random.pick([3, 70, 210]);
        for (let i = 0; i < count; i++) files[`more/${i}/Dockerfile`] = text.slice(0, 200);
      },
    ])();
  }
  for (const name of Object.keys(links)) {
    // A link has no other file's place, nor one below it.
    if (Object.keys(files).some((file) => file === name || file.startsWith(`${name}/`))) delete links[name];
  }
  return JSON.stringify({ files: laidOut(files), links, otherNames: {}, argv: argvFor(random) } satisfies Tree);
}

/** Without those that would need a file for a folder. */
function laidOut(files: Readonly<Record<string, string>>): Record<string, string> {
  const entries = Object.entries(files).filter(
    ([name]) => !Object.hasOwn(files, name.replace(/\/[^/]*$/, '')) || !name.includes('/'),
  );
  // Half of a pair of surrogates cannot be written to a disk.
  return Object.fromEntries(entries.map(([name, text]) => [name, Buffer.from(text).toString()]));
}

function withLine(text: string, line: string, random: Random): string {
  const lines = text.split('\n');
  lines.splice(random.below(lines.length + 1), 0, line);
  return lines.join('\n');
}

function argvFor(random: Random): string[] {
  const format = random.pick(['json', 'sarif', 'github', 'gitlab', 'pretty', 'compact', 'markdown', 'rdjson']);
  return random.pick([
    ['-f', format, manifestName],
    ['-f', format, '.'],
    ['--fix', manifestName],
    ['--print-config', manifestName],
    ['graph', manifestName],
  ]);
}
