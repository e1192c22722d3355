import { instanceOf } from '../instance/instance.ts';
import type { Container } from '../model/container.ts';
import type { AnyWorkload } from '../model/kinds.ts';
import type { Volume } from '../model/volume.ts';
import type { Span } from '../tree/span.ts';
import type { Snapshot } from './open-file.ts';

/** An entry of a file's outline. */
export interface Outline {
  /** What kind of thing it is. */
  readonly kind: 'workload' | 'container' | 'volume';
  /** Its name, or what stands in place of one; never empty. */
  readonly name: string;
  /** What else tells it apart; "" where there is nothing to tell. */
  readonly detail: string;
  /** All that belongs to it. */
  readonly span: Span;
  /** What to show of it; lies within `span`. */
  readonly nameSpan: Span;
  /** What it holds, in the order of the file. */
  readonly children: readonly Outline[];
}

/** The services, jobs, worker pools and instances of a text, with their containers and volumes. */
export function outlineOf({ file }: Snapshot): readonly Outline[] {
  return (file?.workloads ?? []).map(ofWorkload);
}

function ofWorkload(workload: AnyWorkload): Outline {
  const { field, kind, containers, volumes } = workload;
  const span = field.fullSpan;
  const name = field.get('metadata').get('name');
  return {
    kind: 'workload',
    name: name.text || kind,
    detail: kind,
    span,
    nameSpan: within(name.exists ? name.span : field.span, span),
    children: [...containers.map(ofContainer), ...volumes.map(ofVolume)].sort((a, b) => a.span.start - b.span.start),
  };
}

function ofContainer(container: Container): Outline {
  const span = container.field.fullSpan;
  const member = instanceOf(container.workload).of(container);
  const facts = [
    container.isIngress ? `takes the requests :${container.containerPort ?? '?'}` : '',
    member.product?.name ?? container.image ?? '',
  ];
  return {
    kind: 'container',
    name: container.label,
    detail: facts.filter((fact) => fact !== '').join(', '),
    span,
    nameSpan: within(container.field.span, span),
    children: [],
  };
}

function ofVolume(volume: Volume): Outline {
  const span = volume.field.fullSpan;
  const name = volume.field.get('name').text || 'volume';
  return {
    kind: 'volume',
    name,
    detail: volume.sources.join(', '),
    span,
    nameSpan: within(volume.field.span, span),
    children: [],
  };
}

/** A span that does not leave another, as the protocol wants it: what an alias refers to may stand elsewhere. */
function within(inner: Span, outer: Span): Span {
  return inner.start >= outer.start && inner.end <= outer.end ? inner : { start: outer.start, end: outer.start };
}
