import type { Annotation } from '../../src/model/annotations.ts';
import { type Described, type Description, listedAnnotations, target, typeOf, valuesOf } from './description.ts';

/** What is read of a schema of ours. */
export interface OwnSchema {
  readonly type?: string;
  readonly title?: string;
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, OwnSchema>>;
  readonly additionalProperties?: boolean;
  readonly items?: OwnSchema;
}

/** Something in which our tables and the description differ. */
export interface Difference {
  /** What it is about, in a form that exceptions name: `field Probe.exec`, `annotation run.googleapis.com/x on Job`. */
  readonly subject: string;
  /** What differs, as a clause: "is only in the description". */
  readonly what: string;
}

/** All differences between a description and our schemas, by kind of resource, and our table of annotations. */
export function differences(
  description: Description,
  own: Readonly<Record<string, OwnSchema>>,
  annotations: readonly Annotation[],
): readonly Difference[] {
  const seen = new Set<string>();
  return [
    ...Object.entries(own).flatMap(([kind, schema]) => {
      const theirs = description.schemas[kind];
      if (!theirs) return [{ subject: `kind ${kind}`, what: 'is only in our schemas' }];
      return compareObjects(description, theirs, schema, seen);
    }),
    ...compareAnnotations(description, annotations),
  ];
}

/** Compares an object and what its fields hold. An object that is met twice is compared once. */
function compareObjects(
  description: Description,
  theirs: Described,
  ours: OwnSchema,
  seen: Set<string>,
): readonly Difference[] {
  const title = ours.title ?? 'Object';
  // Of what Cloud Run reports, nothing is in our schemas.
  if (seen.has(title) || ours.additionalProperties) return [];
  seen.add(title);
  const own = ours.properties ?? {};
  const other = theirs.properties ?? {};
  const found: Difference[] = [];
  for (const name of new Set([...Object.keys(other), ...Object.keys(own)])) {
    const subject = `field ${title}.${name}`;
    const [a, b] = [other[name], own[name]];
    if (!b) found.push({ subject, what: 'is only in the description' });
    else if (!a) found.push({ subject, what: 'is only in our schemas' });
    else found.push(...compareFields(description, a, b, subject, seen));
  }
  return found;
}

function compareFields(
  description: Description,
  theirs: Described,
  ours: OwnSchema,
  subject: string,
  seen: Set<string>,
): readonly Difference[] {
  const type = typeOf(theirs);
  const own = ours.type === 'object' && !ours.properties ? 'map' : (ours.type ?? 'object');
  const isFree = ours.additionalProperties === true;
  if (type !== own && !isFree) return [{ subject, what: `has the type ${type} in the description, ${own} in ours` }];
  const found: Difference[] = [];
  const items = theirs.items && typeOf(theirs.items);
  const ownItems = ours.items && (ours.items.type ?? 'object');
  if (items !== ownItems)
    found.push({ subject, what: `is a list of ${items} in the description, of ${ownItems} in ours` });
  found.push(...compareValues(theirs, ours, subject));
  const inner = target(description, theirs);
  const schema = ours.items ?? ours;
  if (inner && schema.properties) found.push(...compareObjects(description, inner[1], schema, seen));
  return found;
}

function compareValues(theirs: Described, ours: OwnSchema, subject: string): readonly Difference[] {
  const listed = ours.type === 'string' ? valuesOf(theirs) : undefined;
  if (!listed) return [];
  const own = (ours.enum ?? []).filter((value) => value !== '');
  const missing = listed.filter((value) => !own.includes(value) && !value.endsWith('_UNSPECIFIED'));
  const extra = own.filter((value) => !listed.includes(value));
  return [
    ...missing.map((value) => ({ subject: `value ${value} of ${subject}`, what: 'is only in the description' })),
    ...extra.map((value) => ({ subject: `value ${value} of ${subject}`, what: 'is only in our schemas' })),
  ];
}

function compareAnnotations(description: Description, annotations: readonly Annotation[]): readonly Difference[] {
  const listed = listedAnnotations(description);
  const known = new Map(annotations.map((annotation) => [annotation.key, annotation]));
  const found: Difference[] = [];
  for (const [key, kinds] of listed) {
    const on = known.get(key)?.on;
    if (!on) found.push({ subject: `annotation ${key}`, what: 'is only in the description' });
    for (const kind of kinds) {
      if (!on || kind === '*' || (on as readonly string[]).includes(kind)) continue;
      found.push({ subject: `annotation ${key} on ${kind}`, what: 'is only in the description' });
    }
  }
  for (const { key, on, undocumented, outputOnly } of annotations) {
    // Those are known from elsewhere, and said to be.
    if (undocumented || outputOnly) continue;
    const kinds = listed.get(key);
    if (!kinds) found.push({ subject: `annotation ${key}`, what: 'is only in our table' });
    for (const kind of on) {
      if (!kinds || kinds.has('*') || kinds.has(kind)) continue;
      found.push({ subject: `annotation ${key} on ${kind}`, what: 'is only in our table' });
    }
  }
  return found;
}
