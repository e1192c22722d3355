import { type Document, isMap, isScalar, isSeq, Pair, parseDocument, Scalar, visit, YAMLMap, YAMLSeq } from 'yaml';
import { JobSchema, ServiceSchema } from '../../src/model/schema/index.ts';
import { hasPlaceholder } from '../../src/text/placeholder.ts';
import type { Shape } from '../../src/tree/shape.ts';
import type { Random } from '../random.ts';

const parsing = { schema: 'failsafe', uniqueKeys: false, logLevel: 'silent' } as const;
const foreign = [
  'replicas',
  'initContainers',
  'restartPolicy',
  'lifecycle',
  'affinity',
  'serviceAccount',
  'hostPort',
  'exec',
  'fieldRef',
  'hostPath',
  'schedule',
  'image_name',
  'Env',
];
const names = [...new Set([...fieldNames(ServiceSchema), ...fieldNames(JobSchema), ...foreign])];
const plain =
  '0 1 8080 -1 1.5 8080.0 1e3 0400 0x1F 1_000 12:30 yes no y N on Off true False null ~ 2024-01-01 hello 300s 500m .5 -.5 .inf = 08 a.b 1.2.3';
const quoted = ['1', '8080', 'true', '', 'hello', '1.5', '300s', ' 80 '];

function* fieldNames(shape: Shape): Generator<string> {
  for (const [name, child] of Object.entries(shape.properties ?? {})) {
    yield name;
    yield* fieldNames(child.items ?? child);
  }
}

/** A manifest with plain words for its placeholders, whose place gcloud would see filled; undefined for what a change may break: no mapping, or one with aliases. */
export function fillIn(text: string): string | undefined {
  const document = parseDocument(text, parsing) as Document;
  if (document.errors.length > 0 || !isMap(document.contents)) return undefined;
  let hasAlias = false;
  visit(document, {
    Alias: () => {
      hasAlias = true;
    },
    Scalar: (_, node) => {
      if (typeof node.value !== 'string' || !hasPlaceholder(node.value)) return;
      node.value = /PORT/.test(node.value) ? '8080' : 'filled-in';
      node.type = 'QUOTE_DOUBLE';
    },
  });
  return hasAlias ? undefined : String(document);
}

/** Changes one or two things in a manifest: a value, a name, a level, a quote. */
export function mutate(text: string, random: Random): string {
  const document = parseDocument(text, parsing) as Document;
  for (let left = random.below(4) === 0 ? 2 : 1; left > 0; left--) mutateOnce(document, random);
  return String(document);
}

function mutateOnce(document: Document, random: Random): void {
  const pairs: { pair: Pair; map: YAMLMap }[] = [];
  const items: { list: YAMLSeq; index: number }[] = [];
  visit(document, {
    Pair: (_, pair, path) => {
      pairs.push({ pair, map: path.at(-1) as YAMLMap });
    },
    Seq: (_, list) => {
      for (const index of list.items.keys()) items.push({ list, index });
    },
  });
  if (pairs.length === 0) return;
  const { pair, map } = random.pick(pairs);
  const change = random.below(8);
  if (change === 0) pair.value = anyValue(random);
  else if (change === 1) pair.key = scalar(misspell(String((pair.key as Scalar).value), random));
  else if (change === 2) map.items.splice(map.items.indexOf(pair), 1);
  else if (change === 3) map.items.push(new Pair(scalar(random.pick(names)), anyValue(random)));
  else if (change === 4 && isScalar(pair.value))
    pair.value.type = pair.value.type === 'PLAIN' ? 'QUOTE_DOUBLE' : 'PLAIN';
  else if (change === 5 && isSeq(pair.value) && pair.value.items.length > 0) pair.value = pair.value.items[0];
  else if (change === 6) pair.value = listOf(pair.value);
  else if (items.length > 0) {
    const { list, index } = random.pick(items);
    list.items[index] = anyValue(random);
  }
}

function anyValue(random: Random): unknown {
  switch (random.below(8)) {
    case 0:
      return mapOf(random.pick(names), scalar('x'));
    case 1:
      return listOf(scalar(random.pick(plain.split(' '))));
    case 2:
      return listOf(mapOf('name', scalar('x')));
    case 3:
      return scalar(random.pick(quoted), 'QUOTE_DOUBLE');
    default:
      return scalar(random.pick(plain.split(' ')));
  }
}

function misspell(name: string, random: Random): string {
  const variants = [
    name.slice(0, -1) || 'x',
    `${name}s`,
    name.toLowerCase(),
    name.charAt(0).toUpperCase() + name.slice(1),
    name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    random.pick(names),
  ];
  return random.pick(variants);
}

function scalar(value: string, type: Scalar.Type = 'PLAIN'): Scalar {
  const node = new Scalar(value);
  node.type = type;
  return node;
}

function mapOf(key: string, value: Scalar): YAMLMap {
  const map = new YAMLMap();
  map.add(new Pair(scalar(key), value));
  map.flow = true;
  return map;
}

function listOf(item: unknown): YAMLSeq {
  const list = new YAMLSeq();
  list.add(item);
  return list;
}
