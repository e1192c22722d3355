import { instanceOf } from '../instance/instance.ts';
import type { Container } from '../model/container.ts';
import type { AnyWorkload } from '../model/kinds.ts';
import type { Volume } from '../model/volume.ts';
import { type AnyField, type Edits, renameKey, replaceScalar } from '../tree/edit.ts';
import type { Span } from '../tree/span.ts';
import { touches } from './field-at.ts';
import type { Snapshot } from './open-file.ts';

/** A place that means a container or a volume. */
export interface Occurrence {
  /** What it means. */
  readonly of: Container | Volume;
  /** Where it gets its name, where it is named, or an address that leads to it without a name: `localhost:9901`. */
  readonly role: 'definition' | 'reference' | 'address';
  /** The name or address itself, without quotes. */
  readonly span: Span;
  /** Where it leads, if that is not where the thing gets its name: what says that a container listens there. */
  readonly leadsTo?: Span;
  /** What puts another name there; undefined where that cannot be done. */
  readonly rename: (name: string) => Edits;
}

/** Every place of a text that means a container or a volume, workload by workload. */
export function occurrencesIn({ file }: Snapshot): readonly Occurrence[] {
  return (file?.workloads ?? []).flatMap((workload) => [
    ...definitions(workload),
    ...mounts(workload),
    ...dependencies(workload),
    ...addresses(workload),
  ]);
}

/** The one at an offset; undefined where nothing is meant there. */
export function occurrenceAt(snapshot: Snapshot, offset: number): Occurrence | undefined {
  return occurrencesIn(snapshot).find(({ span }) => touches(span, offset));
}

function* definitions({ containers, volumes }: AnyWorkload): Generator<Occurrence> {
  for (const of of containers) {
    if (of.name !== undefined) yield ofScalar(of, 'definition', of.field.get('name') as AnyField);
  }
  for (const of of volumes) {
    if (of.name !== undefined) yield ofScalar(of, 'definition', of.field.get('name') as AnyField);
  }
}

function* mounts({ containers }: AnyWorkload): Generator<Occurrence> {
  for (const { field, volume } of containers.flatMap((container) => container.mounts)) {
    if (volume) yield ofScalar(volume, 'reference', field.get('name') as AnyField);
  }
}

function* dependencies({ dependencies: { graph }, containers }: AnyWorkload): Generator<Occurrence> {
  const named = (name: string | undefined): Container | undefined =>
    name ? containers.find((container) => container.name === name) : undefined;
  for (const [key, needs] of graph.entries) {
    const waiter = named(key);
    if (waiter) {
      const { source, span } = needs.key;
      const rename = (name: string): Edits => renameKey(needs as AnyField, name);
      yield { of: waiter, role: 'reference', span: withoutQuotes(source.text, span), rename };
    }
    for (const need of needs.items) {
      const needed = named(need.text);
      if (needed) yield ofScalar(needed, 'reference', need as AnyField);
    }
  }
}

function* addresses(workload: AnyWorkload): Generator<Occurrence> {
  const instance = instanceOf(workload);
  for (const { host, hostOn, target, listener } of instance.dials) {
    const { source, span } = hostOn;
    if (!target || source !== workload.field.source) continue;
    const named = instance.named(host)?.container;
    const at = named ? source.text.slice(span.start, span.end).indexOf(host) : -1;
    if (named && at !== -1) {
      const own = { start: span.start + at, end: span.start + at + host.length };
      yield { of: named, role: 'reference', span: own, rename: (text) => [{ ...own, text }] };
    } else {
      const leadsTo = listener && listener.on.source === source ? { leadsTo: listener.on.span } : {};
      yield { of: target.container, role: 'address', span, ...leadsTo, rename: () => (named ? undefined : []) };
    }
  }
}

function ofScalar(of: Container | Volume, role: Occurrence['role'], field: AnyField): Occurrence {
  const span = withoutQuotes(field.source.text, field.span);
  return { of, role, span, rename: (name) => replaceScalar(field, name) };
}

/** A name has neither quotes nor escapes, so that what stands between quotes is the name itself. */
function withoutQuotes(text: string, { start, end }: Span): Span {
  const quote = /^\\?["']/.exec(text.slice(start, end))?.[0] ?? '';
  const isQuoted = quote !== '' && end - start >= 2 * quote.length && text.slice(start, end).endsWith(quote);
  return isQuoted ? { start: start + quote.length, end: end - quote.length } : { start, end };
}
