import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';

/** `npm run new <category>/<id>`: writes a rule that fails its own test until it is filled in, and lists it. */
const [, category, id] = /^([a-z][a-z-]*)\/([a-z][a-z0-9-]*)$/.exec(process.argv[2] ?? '') ?? [];
if (!category || !id) stop('Usage: npm run new <category>/<id>, for instance npm run new startup/slow-proxy');

const folder = `rules/${category}`;
const file = `${folder}/${id}.ts`;
if (existsSync(file)) stop(`${file} exists already.`);
const name = id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

if (!existsSync(`${folder}/index.ts`)) {
  await mkdir(folder, { recursive: true });
  await writeFile(`${folder}/index.ts`, newCategory());
  console.log(`New category: add it to rules/index.ts`);
}
await writeFile(file, newRule());
await writeFile(`${folder}/index.ts`, listed(await readFile(`${folder}/index.ts`, 'utf8')));
execFileSync('npx', ['biome', 'check', '--write', file, `${folder}/index.ts`], { stdio: 'ignore' });
console.log(`Wrote ${file}, last of its category: move its line in ${folder}/index.ts to where readers look for it.`);
console.log(`Fill it in, then: npm test ${id} && npm run mutate ${id} && npm run generate`);

function stop(message: string): never {
  console.error(message);
  process.exit(2);
}

function newRule(): string {
  return `import { template } from '../../src/examples.ts';
import { defineRule } from '../../src/rule-kit.ts';

export default defineRule({
  id: '${id}',
  severity: 'warning',
  appliesTo: 'service',
  summary: 'One sentence: what it finds.',
  why: 'What happens otherwise.',
  remedy: 'What to write.',
  help: false,
  references: [],
  bad: [
    template\`
      spec:
        containers:
          - image: docker.io/acme/shop:1.0
    #              ^^^^^^^^^^^^^^^^^^^^^^^ The fact in this file.
    \`,
  ],
  good: [],
  *check(service) {
    for (const container of service.containers) {
      if (container.image === 'nothing like this') {
        yield { on: container.field.get('image'), message: 'The fact in this file.' };
      }
    }
  },
});
`;
}

function newCategory(): string {
  return `import { defineCategory } from '../../src/rule-kit.ts';

export default defineCategory({
  id: '${category}',
  title: '${category}',
  summary: 'One sentence.',
  rules: [],
});
`;
}

/** Adds the import, and the entry behind all others; biome puts the imports in order. */
function listed(index: string): string {
  return `import ${name} from './${id}.ts';\n${index.replace(/rules: \[([\s\S]*?),?\s*\]/, (_, others: string) => {
    return others.trim() === '' ? `rules: [${name}]` : `rules: [${others}, ${name}]`;
  })}`;
}
