import type { Entry, ListNode, MapNode, Node } from '../tree/node.ts';
import type { Span } from '../tree/span.ts';
import type { Expression, ObjectExpression, Reference, Template } from './ast.ts';
import { callNode } from './functions.ts';
import { placeholder, referTo, stepInto, TextNode, truth, unknownNode } from './nodes.ts';

/** A value that the module names under `locals`. */
export interface Local {
  /** What it is set to. */
  readonly value: Expression;
  /** The text that it stands in. */
  readonly text: string;
}

/** What expressions of one file may refer to. */
export interface Scope {
  /** The text of the file. */
  readonly text: string;
  /** The local value of a name; undefined where the files that are read have none. */
  local(name: string): Local | undefined;
  /** What names such as `env` stand for in the content of a dynamic block. */
  readonly bound?: ReadonlyMap<string, Node>;
  /** Where everything is shown, for what stands in another file. */
  readonly shownAt?: Span;
  /** How many more values may be read. It falls, so that references to references end. */
  readonly budget: { left: number };
  /** How many references lead here. */
  readonly depth?: number;
}

/** More references in a row than this are taken for a circle. */
const deepest = 20;

/**
 * What an expression is, as far as it is certain from the text: literals, templates, local values, and some functions
 * of those. Everything else is an unknown scalar. undefined for `null`, which is as if nothing were written.
 */
export function evaluate(expression: Expression, scope: Scope): Node | undefined {
  const span = scope.shownAt ?? { start: expression.start, end: expression.end };
  if (--scope.budget.left < 0) return unknownNode('', span);
  switch (expression.kind) {
    case 'literal':
      if (expression.text === 'null') return undefined;
      if (/^[tf]/.test(expression.text)) return truth(expression.text === 'true', span);
      return new TextNode(expression.text, span, scope.shownAt ? {} : { from: span.start });
    case 'template':
      return templateNode(expression, scope, span);
    case 'tuple': {
      const items = expression.items.flatMap((item) => evaluate(item, scope) ?? []);
      return { kind: 'list', span, isFlow: true, items } satisfies ListNode;
    }
    case 'object':
      return objectNode(expression, scope, span);
    case 'reference':
      return referenceNode(expression, scope, span);
    case 'call': {
      const values = expression.arguments.map((value) => evaluate(value, scope));
      const found = expression.isSpread ? 'unknown' : callNode(expression.name, values, span);
      return found === 'unknown' ? unknownNode(sourceOf(expression, scope), span) : found;
    }
    case 'other':
      if (expression.sign === '(') return evaluate(expression.parts[0]!, scope);
      return unknownNode(sourceOf(expression, scope), span);
  }
}

function sourceOf({ start, end }: Span, { text }: Scope): string {
  return text.slice(start, Math.min(end, start + 200));
}

function objectNode({ entries }: ObjectExpression, scope: Scope, span: Span): MapNode {
  const byKey = new Map<string, Entry>();
  let isOpen = false;
  for (const { key, keySpan, value } of entries) {
    if (key === undefined) isOpen = true;
    else {
      const node = evaluate(value, scope);
      byKey.delete(key);
      if (node) byKey.set(key, { key, keySpan: scope.shownAt ?? keySpan, value: node });
    }
  }
  return { kind: 'map', span, isFlow: true, entries: [...byKey.values()], ...(isOpen && { isOpen }) };
}

function templateNode({ parts, style }: Template, scope: Scope, span: Span): Node {
  let text = '';
  let unknown = false;
  const offsets: number[] = [];
  for (const part of parts) {
    if (part.kind === 'text') {
      for (let at = 0; at < part.text.length; at++) offsets.push(part.offsets?.[at] ?? part.start + at);
      text += part.text;
      continue;
    }
    const value = part.value && evaluate(part.value, scope);
    const isKnown = value?.kind === 'scalar' && !value.unknown;
    unknown ||= !isKnown && parts.length === 1;
    const piece = isKnown ? value.text : placeholder(sourceOf(part.value ?? part, scope));
    for (let at = 0; at < piece.length; at++) offsets.push(part.start);
    text += piece;
  }
  offsets.push(style === 'quoted' ? span.end - 1 : (parts.at(-1)?.end ?? span.end));
  return new TextNode(text, span, {
    style: style === 'heredoc' ? 'block' : 'double-quoted',
    ...(unknown && { unknown }),
    ...(!scope.shownAt && { offsets }),
  });
}

function referenceNode(reference: Reference, scope: Scope, span: Span): Node | undefined {
  const [root = '', name, ...rest] = reference.steps;
  const bound = scope.bound?.get(root);
  const unknown = (): Node => unknownNode(sourceOf(reference, scope), span);
  if (bound) return follow(bound, [name, ...rest].slice(name === undefined ? 1 : 0)) ?? unknown();
  const local = root === 'local' && name !== undefined ? scope.local(name) : undefined;
  const { depth = 0 } = scope;
  if (!local || depth >= deepest) return unknown();
  const isElsewhere = local.text !== scope.text || scope.shownAt !== undefined;
  const { bound: _, shownAt: __, ...outer } = scope;
  const inner: Scope = { ...outer, text: local.text, depth: depth + 1, ...(isElsewhere && { shownAt: span }) };
  const value = evaluate(local.value, inner);
  if (!value) return rest.length > 0 ? unknown() : undefined;
  const found = follow(value, rest);
  return found ? referTo(found, span) : unknown();
}

function follow(node: Node, steps: readonly (string | undefined)[]): Node | undefined {
  let found: Node | undefined = node;
  for (const step of steps) found = found && stepInto(found, step);
  return found;
}
