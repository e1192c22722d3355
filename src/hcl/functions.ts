import type { Entry, ListNode, MapNode, Node, ScalarNode } from '../tree/node.ts';
import type { Span } from '../tree/span.ts';
import { TextNode, unknownNode } from './nodes.ts';

type Values = readonly (Node | undefined)[];

/** What a function gives; undefined for `null`, "unknown" where it cannot be said without running Terraform. */
export function callNode(name: string, values: Values, span: Span): Node | undefined | 'unknown' {
  const [first] = values;
  switch (name) {
    case 'tolist':
    case 'toset':
    case 'tomap':
    case 'tostring':
    case 'tonumber':
    case 'tobool':
    case 'sensitive':
    case 'nonsensitive':
      return values.length === 1 ? first : 'unknown';
    case 'concat':
      return concatenated(values, span);
    case 'merge':
      return merged(values, span);
    case 'jsonencode':
      return first && isWhole(first) ? new TextNode(toJson(first), span, { tree: first }) : 'unknown';
    case 'format':
      return formatted(values, span);
    case 'join':
      return joined(values, span);
    default:
      return 'unknown';
  }
}

/** The items that are known; more may stand between them where an argument is unknown. */
function concatenated(values: Values, span: Span): ListNode {
  const lists = values.map((value) => (value?.kind === 'list' ? value : undefined));
  const isOpen = lists.some((list) => !list || list.isOpen);
  return {
    kind: 'list',
    span,
    isFlow: true,
    items: lists.flatMap((list) => list?.items ?? []),
    ...(isOpen && { isOpen }),
  };
}

/** Later arguments win over earlier ones; an unknown one may change whatever stands before it. */
function merged(values: Values, span: Span): MapNode {
  const entries = new Map<string, Entry>();
  let isOpen = false;
  for (const value of values) {
    if (!value) continue;
    if (value.kind !== 'map' || value.isOpen) {
      isOpen = true;
      for (const [key, entry] of entries) {
        entries.set(key, { ...entry, value: unknownNode(key, entry.value?.span ?? span) });
      }
    }
    if (value.kind !== 'map') continue;
    for (const entry of value.entries) {
      entries.delete(entry.key);
      entries.set(entry.key, entry);
    }
  }
  return { kind: 'map', span, isFlow: true, entries: [...entries.values()], ...(isOpen && { isOpen }) };
}

/** Whether nothing in a tree is left open. Unknown scalars may be in it. */
export function isWhole(node: Node): boolean {
  if (node.kind === 'scalar') return !node.unknown;
  if (node.isOpen) return false;
  const inside = node.kind === 'map' ? node.entries.map(({ value }) => value) : node.items;
  return inside.every((value) => !value || value.kind === 'scalar' || isWhole(value));
}

/** A tree as JSON. */
export function toJson(node: Node | null): string {
  if (!node) return 'null';
  if (node.kind === 'list') return `[${node.items.map(toJson).join(',')}]`;
  if (node.kind === 'map') {
    const pairs = node.entries.map(({ key, value }) => `${JSON.stringify(key)}:${value ? toJson(value) : 'null'}`);
    return `{${pairs.join(',')}}`;
  }
  const { plain } = node;
  return !plain || typeof plain.value === 'string' ? JSON.stringify(node.text) : String(plain.value);
}

/** `format` with `%s`, `%d` and `%v`; what is inserted keeps its placeholder where it is unknown. */
function formatted(values: Values, span: Span): Node | 'unknown' {
  const [form, ...inserted] = values;
  if (!isKnownText(form) || /%(?![sdv%])/.test(form.text)) return 'unknown';
  let next = 0;
  let isWrong = false;
  const text = form.text.replace(/%([sdv%])/g, (_, letter: string) => {
    if (letter === '%') return '%';
    const value = inserted[next++];
    if (value?.kind === 'scalar') return value.text;
    isWrong = true;
    return '';
  });
  return isWrong || next !== inserted.length ? 'unknown' : new TextNode(text, span);
}

function joined([separator, list, ...more]: Values, span: Span): Node | 'unknown' {
  if (!isKnownText(separator) || list?.kind !== 'list' || list.isOpen || more.length > 0) return 'unknown';
  const texts = list.items.flatMap((item) => (item?.kind === 'scalar' ? item.text : []));
  return texts.length === list.items.length ? new TextNode(texts.join(separator.text), span) : 'unknown';
}

function isKnownText(node: Node | undefined): node is ScalarNode {
  return node?.kind === 'scalar' && !node.unknown;
}
