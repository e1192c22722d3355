import { isMap, isScalar, isSeq, type ParsedNode } from 'yaml';
import type { Diagnostic } from '../../src/diagnostic.ts';
import type { Span } from '../../src/tree/span.ts';
import type { YamlDocument, YamlSource } from '../../src/yaml/source.ts';
import { require } from './require.ts';

/** A node on the way of a pointer. */
interface Step {
  readonly node: ParsedNode | null;
  /** Where it is written, with the key that introduces it. */
  readonly span: Span;
}

/**
 * Follows JSON pointers through the documents of a file, by its own way: as far as the file goes along, a finding has
 * to lie in what its pointer names.
 */
export class PointerCheck {
  readonly #source: YamlSource;

  constructor(source: YamlSource) {
    this.#source = source;
  }

  /** Throws where a finding lies elsewhere; says nothing of a document that cannot be read. */
  check({ rule, pointer, span }: Diagnostic): void {
    const document = this.#source.documents.findLast(({ start }, i) => i === 0 || start <= span.start);
    if (pointer === '' || !document?.written || document.problem) return;
    const steps = this.#follow(document, pointer);
    const isInside = steps.some((step) => step.span.start <= span.start && span.end <= step.span.end);
    const found = this.#source.text.slice(span.start, span.end);
    require(isInside, () => `${rule}: ${pointer} leads elsewhere than to ${JSON.stringify(found)} at ${span.start}`);
  }

  /** The last nodes that exist on the way: several where keys stand twice, of which each may lead so far. */
  #follow(document: YamlDocument, pointer: string): readonly Step[] {
    const ends: Step[] = [];
    let steps: readonly Step[] = [{ node: document.written, span: { start: 0, end: this.#source.text.length } }];
    for (const written of pointer.slice(1).split('/')) {
      const segment = written.replaceAll('~1', '/').replaceAll('~0', '~');
      // By node, since several ways may lead to the same.
      const reached = new Map<unknown, Step>();
      for (const step of steps) {
        const next = [...stepsTo(step, segment, document)];
        // An item without anything in it is shown where its list is.
        if (next.length === 0 || next.some(({ span }) => this.#isEmpty(span))) ends.push(step);
        for (const one of next) reached.set(one.node ?? one, one);
      }
      steps = [...reached.values()];
    }
    return [...ends, ...steps];
  }

  #isEmpty({ start, end }: Span): boolean {
    return /^[-\s]*$/.test(this.#source.text.slice(start, end));
  }
}

function* stepsTo(step: Step, segment: string, document: YamlDocument): Generator<Step> {
  const node = step.node && document.aliases.resolve(step.node);
  if (isMap<ParsedNode, ParsedNode | null>(node)) {
    for (const { key, value } of node.items) {
      const resolved = key && document.aliases.resolve(key);
      if (!isScalar(resolved)) continue;
      const name = String(resolved.value ?? '');
      if (name === segment) yield { node: value, span: spanOf(key, value) };
      if (name === '<<' && value) yield* mergedSteps(value, segment, document);
    }
  } else if (isSeq<ParsedNode>(node)) {
    const item = node.items[Number(segment)];
    if (item) yield { node: item, span: spanOf(item, item) };
  }
  // A lone item may stand where a list is meant, and an annotation may hold a document of its own.
  if (isScalar(node) || (segment === '0' && !isSeq(node))) yield step;
}

function* mergedSteps(value: ParsedNode, segment: string, document: YamlDocument): Generator<Step> {
  const target = document.aliases.resolve(value);
  for (const one of isSeq<ParsedNode>(target) ? target.items : [target]) {
    const isMapping = one && isMap(document.aliases.resolve(one));
    if (isMapping) yield* stepsTo({ node: one, span: spanOf(one, one) }, segment, document);
  }
}

function spanOf(first: ParsedNode, last: ParsedNode | null): Span {
  return { start: first.range[0], end: (last ?? first).range[1] };
}
