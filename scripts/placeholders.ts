import { join } from 'node:path';
import { writtenFields } from '../src/model/conformity/index.ts';
import { ManifestFile } from '../src/model/manifest-file.ts';
import { isStandIn, placeholderIn } from '../src/text/placeholder.ts';
import type { Field } from '../src/tree/field.ts';
import { YamlSource } from '../src/yaml/source.ts';
import { corpusFolder, readManifests } from './manifests.ts';

/**
 * `npm run placeholders`: counts over the corpus how many values each kind of placeholder makes unknown, and where they
 * stand. Of words in capitals it prints examples, since those are guesses: docs/placeholders.md says what to look for.
 */
const folders = ['cloudrun', 'history'];
const shownPlaces = 12;

/** What was found of one kind: the texts by the place that they stand in. */
type Found = Map<string, string[]>;

const byKind = new Map<string, Found>();
let values = 0;

for (const folder of folders) {
  for (const { path, text } of await readManifests(join(corpusFolder, folder))) {
    for (const { field } of new ManifestFile(new YamlSource(path, text), { explicit: false }).workloads) {
      for (const value of writtenFields(field as never)) count(value);
    }
  }
}
if (values === 0) console.error(`There are no manifests in ${corpusFolder}: set CORPUS_DIR.`);
for (const [kind, found] of byKind) print(kind, found);
console.log(`of ${values} values`);

function count(field: Field<unknown>): void {
  const { text } = field;
  if (text === undefined) return;
  values += 1;
  const kind = kindOf(field, text);
  if (kind === undefined) return;
  const found = byKind.get(kind) ?? new Map<string, string[]>();
  byKind.set(kind, found);
  const place = field.path.map((step) => (typeof step === 'number' ? '*' : step)).join('.');
  const texts = found.get(place) ?? [];
  found.set(place, texts);
  texts.push(text);
}

/** A lone word makes a value unknown only to rules that ask for it, and a known name to none. */
function kindOf(field: Field<unknown>, text: string): string | undefined {
  if (field.unknown) return placeholderIn(text);
  if (placeholderIn(text) === undefined) return isStandIn(text) ? 'word (only where a rule asks)' : undefined;
  return 'capitals, taken for a name';
}

function print(kind: string, found: Found): void {
  const places = [...found].sort(([, a], [, b]) => b.length - a.length);
  console.log(`${kind}: ${places.reduce((sum, [, texts]) => sum + texts.length, 0)}`);
  for (const [place, texts] of places.slice(0, shownPlaces)) {
    const examples = kind === 'mark' ? '' : ` ${[...new Set(texts)].slice(0, 3).join(', ').slice(0, 100)}`;
    console.log(`  ${texts.length} ${place}${examples}`);
  }
}
