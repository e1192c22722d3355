import { isAlias, isCollection, isPair, type ParsedNode } from 'yaml';
import type { SyntaxProblem } from '../tree/source.ts';

/** What the aliases of a document stand for. */
export interface Aliases {
  /** The node that an alias repeats; the node itself if it is no alias; undefined where the anchor is missing. */
  resolve(node: ParsedNode): ParsedNode | undefined;
  /** An alias without anchor, one inside its own anchor, or more repetition than a file of this size can mean. */
  readonly problem: SyntaxProblem | undefined;
}

/** A document may stand for this many nodes once its aliases are followed; more is an accident or an attack. */
const maxExpandedNodes = 200_000;

const none: Aliases = { resolve: (node) => node, problem: undefined };

/** Reads a document's anchors once, in order, so that following an alias costs nothing later. */
export function resolveAliases(root: ParsedNode | null, text: string): Aliases {
  if (!root || !text.includes('*')) return none;
  const walk = new AliasWalk();
  walk.visit(root);
  return { resolve: (node) => (isAlias(node) ? walk.targets.get(node) : node), problem: walk.problem };
}

class AliasWalk {
  readonly targets = new Map<unknown, ParsedNode>();
  problem: SyntaxProblem | undefined;
  readonly #anchors = new Map<string, ParsedNode>();
  readonly #sizes = new Map<unknown, number>();
  readonly #open = new Set<unknown>();

  /** Returns how many nodes this one stands for. Depth is bounded by what the parser itself could nest. */
  visit(node: unknown): number {
    if (isPair(node)) return this.visit(node.key) + this.visit(node.value);
    if (isAlias(node)) return this.#follow(node as unknown as ParsedNode & { source: string });
    if (typeof node !== 'object' || node === null) return 0;
    const anchor = (node as { anchor?: string }).anchor;
    if (anchor) this.#anchors.set(anchor, node as ParsedNode);
    if (!isCollection(node)) return 1;
    this.#open.add(node);
    let size = 1;
    for (const item of node.items) size += this.visit(item);
    this.#open.delete(node);
    this.#sizes.set(node, size);
    if (size > maxExpandedNodes) {
      this.#report(node as unknown as ParsedNode, 'Aliases repeat so much here that the document is not read.');
    }
    return Math.min(size, maxExpandedNodes + 1);
  }

  #follow(alias: ParsedNode & { source: string }): number {
    const target = this.#anchors.get(alias.source);
    if (!target) {
      this.#report(alias, `The alias "*${alias.source}" has no anchor before it.`);
    } else if (this.#open.has(target)) {
      this.#report(alias, `The alias "*${alias.source}" stands inside the value that it repeats.`);
    } else {
      this.targets.set(alias, target);
    }
    return this.#sizes.get(target) ?? 1;
  }

  #report(node: ParsedNode, message: string): void {
    const [start, end] = node.range;
    this.problem ??= { start, end: Math.min(end, start + 80), message };
  }
}
