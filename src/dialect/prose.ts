import { writtenValue } from '../hcl/write.ts';
import { annotationOf } from '../model/annotations.ts';
import type { Workload } from '../model/workload.ts';
import type { NewValue } from '../tree/edit.ts';
import type { MapNode, Node } from '../tree/node.ts';
import { YamlSource } from '../yaml/source.ts';
import { namePairs } from './names.ts';
import { originOf } from './origin.ts';
import type { ObjectKind } from './table.ts';
import { DialectWords } from './vocabulary.ts';

/**
 * Markdown about a manifest in the words of a kind of object: what stands in code there, and is a field or an annotation,
 * with its value or alone. What the kind has no word for stays as it is.
 */
export function proseFor(kind: ObjectKind, markdown: string): string {
  const parts = markdown.split(codeSpan);
  const keys = parts.map((part, at) => (at % 2 === 1 ? keyIn(kind, part) : undefined));
  let last: string | undefined;
  const own = parts.map((part, at) => {
    if (at % 2 === 0) return kind.isV2 ? movedHome(part, keys[at - 1], keys[at + 1]) : part;
    last = keys[at]?.key ?? last;
    return respelled(kind, part) ?? `\`${wordOf(kind, part, last)}\``;
  });
  return own.join('');
}

/** The text between two names: what is called an annotation is a field of its own, and may stand elsewhere. */
function movedHome(text: string, before: Key | undefined, after: Key | undefined): string {
  // Of a start order that is written out, the containers are named.
  const isWhole = before?.key === startOrder && before.value !== undefined;
  const home = before && !isWhole ? homes[before.key] : undefined;
  const moved = home === undefined ? text : text.replace(onTemplate, home);
  return after?.key.includes('/') ? moved.replace(annotationNoun, '') : moved;
}

/** A word that the field named last can be, or that only one field can be: `gen2`. */
function wordOf(kind: ObjectKind, word: string, of: string | undefined): string {
  const own = of === undefined ? word : bare(new DialectWords(kind).value(word, of));
  if (own !== word || !/[-\d]/.test(word)) return own;
  const rows = namePairs(kind).flatMap(({ row }) => ('values' in row ? Object.entries(row.values ?? {}) : []));
  return rows.find(([, theirs]) => theirs === word)?.[0] ?? word;
}

/** Markdown about a manifest in the words that a workload is written in; as it is for a manifest, or for none. */
export function inWordsOf(workload: Workload | undefined, markdown: string): string {
  const kind = workload && originOf(workload.field.node)?.kind;
  return kind ? proseFor(kind, markdown) : markdown;
}

/** What a workload calls a value that a field or annotation of v1 can have. */
export function wordIn(workload: Workload, value: unknown, of: string): string {
  const kind = originOf(workload.field.node)?.kind;
  return kind ? bare(new DialectWords(kind).value(String(value), of)) : String(value);
}

/** What Markdown about a manifest names in code, each once, and what a kind of object calls it where that differs. */
export function namesIn(kind: ObjectKind, markdown: string): readonly (readonly [v1: string, own: string])[] {
  const codes = new Set(markdown.split(codeSpan).filter((_, at) => at % 2 === 1));
  return [...codes].flatMap((v1) => {
    const own = respelled(kind, v1);
    return own === undefined || own === `\`${v1}\`` ? [] : [[`\`${v1}\``, own] as const];
  });
}

/** Where a setting stands that v1 has on the template. */
const homes: Readonly<Record<string, string>> = {
  'run.googleapis.com/container-dependencies': ' of the container that waits',
  'run.googleapis.com/cpu-throttling': ' in each container',
  'run.googleapis.com/startup-cpu-boost': ' in a container',
  'run.googleapis.com/cloudsql-instances': ' among the volumes',
};

const onTemplate = /^ (?:on|to) the (?:revision )?template/;

const annotationNoun = /(?:\b(?:the|an) )?(?:\btemplate )?\bannotations? $/i;

/** Code in a sentence; what is between two of them is parted by it. */
const codeSpan = /`([^`\n]+)`/;

/** A piece of code in the words of a kind of object, as Markdown; undefined where it names no field that the kind knows. */
function respelled(kind: ObjectKind, code: string): string | undefined {
  const order = kind.isV2 ? startOrderIn(kind, code) : undefined;
  if (order !== undefined) return order;
  const { key: name, value } = keyIn(kind, code) ?? {};
  if (name === undefined) return undefined;
  const words = new DialectWords(kind);
  const own = bare(name.includes('/') ? words.annotation(name) : words.field(name));
  if (value === undefined) return `\`${own}\``;
  if (!kind.isV2 && name.includes('/')) return realAnnotation(name, value);
  if (kind.isV2 && name === startOrder) return startOrderIn(kind, value);
  const node = nodeOf(value);
  if (node === null) return undefined;
  const read = kind.isV2 && name.includes('/') ? (embeddedIn(node) ?? node) : node;
  if (kind.form === 'hcl') return written(kind, name, own, read);
  return read.kind === 'map' ? `\`${own}: ${value}\`` : argument(kind, own, read, name);
}

/** A field or annotation as a manifest has it whole, and what it is set to. */
interface Key {
  readonly key: string;
  readonly value?: string | undefined;
}

/** The field or annotation that a piece of code names, as a manifest has it whole, and the value that it gives it. */
function keyIn(kind: ObjectKind, code: string): Key | undefined {
  const [, name = '', value] = /^([A-Za-z][\w./-]*)(?:: (.+))?$/.exec(code) ?? [];
  // Of names of one word only those are sure that stand before a value: `ports` may be anything else.
  if (value === undefined && /^[a-z]*$/.test(name)) return undefined;
  if (!kind.isV2 && value !== undefined && annotationOf(name)) return { key: name, value };
  const key = [name, `run.googleapis.com/${name}`].find((candidate) => isKnown(kind, candidate));
  return key === undefined ? undefined : { key, value };
}

function isKnown(kind: ObjectKind, name: string): boolean {
  const steps = name.includes('/') ? [name] : name.split('.');
  return namePairs(kind).some(({ v1, isAnnotation }) => {
    return isAnnotation === name.includes('/') && steps.every((step, at) => v1[v1.length - steps.length + at] === step);
  });
}

/** An annotation as the resource of the v1 API has it. */
function realAnnotation(key: string, value: string): string | undefined {
  const node = nodeOf(value);
  if (node?.kind !== 'scalar') return undefined;
  const json = embeddedIn(node) && `jsonencode(${writtenValue(JSON.parse(node.text))})`;
  return `\`"${key}" = ${json ?? writtenValue(node.text)}\``;
}

/** A field with its value in HCL. A block has no line of its own within a sentence, so that its arguments follow it. */
function written(kind: ObjectKind, name: string, own: string, node: Node): string {
  const block = node.kind === 'list' ? node.items[0] : node;
  if (block?.kind !== 'map') return argument(kind, own, node, name);
  const inner = block.entries.map(({ key, value }) => {
    const words = new DialectWords(kind);
    return value ? written(kind, key, bare(words.field(key)), value) : `\`${bare(words.field(key))}\``;
  });
  return inner.length === 0 ? `\`${own}\`` : `\`${own}\` with ${inner.join(' and ')}`;
}

function argument(kind: ObjectKind, own: string, node: Node, of = own): string {
  if (node.kind === 'list') return `\`${own} ${sign(kind)} ${writtenValue(node.items.map(textOf))}\``;
  const text = bare(new DialectWords(kind).value(textOf(node), of));
  const isBare = kind.form !== 'hcl' || /^(?:true|false|-?\d+(?:\.\d+)?)$/.test(text);
  return `\`${own} ${sign(kind)} ${isBare ? text : writtenValue(text as NewValue)}\``.replace(' : ', ': ');
}

function sign({ form }: ObjectKind): string {
  return form === 'hcl' ? '=' : ':';
}

const startOrder = 'run.googleapis.com/container-dependencies';

/** Who waits for whom, of each that waits; undefined for what is no JSON of that, in quotes. */
function startOrderIn(kind: ObjectKind, code: string): string | undefined {
  const node = /^'\{"/.test(code) ? nodeOf(code) : null;
  const order = node && embeddedIn(node);
  if (order?.kind !== 'map') return undefined;
  const own = bare(new DialectWords(kind).annotation(startOrder));
  const waits = order.entries.flatMap(({ key, value }) =>
    value ? [`${argument(kind, own, value)} in \`${key}\``] : [],
  );
  return waits.join(' and ');
}

/** What stands behind the colon of a setting; null for what cannot be read. */
function nodeOf(value: string): Node | null {
  const document = new YamlSource('', `value: ${value}`).documents[0]!;
  return document.problem ? null : ((document.root as MapNode | null)?.entries[0]?.value ?? null);
}

function textOf(node: Node | null): string {
  return node?.kind === 'scalar' ? node.text : '';
}

function embeddedIn(node: Node): Node | undefined {
  return node.kind === 'scalar' && /^[[{]/.test(node.text) ? node.embedded?.() : undefined;
}

function bare(quoted: string): string {
  return quoted.slice(1, -1);
}
