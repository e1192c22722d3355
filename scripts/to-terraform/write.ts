import { wayTo } from '../../src/dialect/draft.ts';
import type { Argument, ObjectKind, Row, Table } from '../../src/dialect/table.ts';
import { apiKinds } from '../../src/dialect/v2/kinds.ts';
import { type Body, printHcl, printJson } from './print.ts';

/** A manifest as YAML gives it. */
type Tree = { readonly [key: string]: unknown };

const run = (key: string): string => `run.googleapis.com/${key}`;

/** Keys that only Cloud Run itself may use in objects of the v2 API. */
const systemKey =
  /^(?:[\w.-]+\.)?(?:run\.googleapis\.com|cloud\.googleapis\.com|(?:serving|autoscaling)\.knative\.dev)\//;

/**
 * A manifest of the v1 API as a Terraform resource, formatted; undefined where the resource has no word for something in
 * it. The inverse of `translate`, by the same tables.
 */
export function writeResource(kind: ObjectKind, manifest: Tree): string | undefined {
  const body = bodyOf(kind, manifest);
  if (!body) return undefined;
  const name = (manifest.metadata as Tree | undefined)?.name;
  const label = typeof name === 'string' ? name.replaceAll('-', '_') : 'shop';
  const hasName = body.values[0]?.[0] === 'name';
  body.values.splice(hasName ? 1 : 0, 0, ['location', 'europe-west1']);
  return printHcl(`resource "${kind.resource}" "${label}"`, body);
}

/** The same as the v2 API takes it, as JSON; undefined too where no name tells what it is. */
export function writeApiObject(manifest: Tree): string | undefined {
  const kind = apiKinds[manifest.kind as keyof typeof apiKinds];
  const body = kind && bodyOf(kind, manifest);
  if (body?.values[0]?.[0] !== 'name') return undefined;
  const folder = { Service: 'services', Job: 'jobs', WorkerPool: 'workerPools' }[kind.kind];
  body.values[0][1] = `projects/acme-prod/locations/europe-west1/${folder}/${body.values[0][1]}`;
  return printJson(kind, body);
}

function bodyOf(kind: ObjectKind, manifest: Tree): Body | undefined {
  if (manifest.kind !== kind.kind || hasPlaceholder(manifest)) return undefined;
  const writer = new Writer(kind, manifest);
  const body = writer.body(kind.table, manifest);
  return writer.saidAll ? body : undefined;
}

function hasPlaceholder(tree: Tree): boolean {
  return /null|[$%]\{|\{\{|\$\(|%[A-Z]/.test(JSON.stringify(tree));
}

class Writer {
  readonly #kind: ObjectKind;
  readonly #root: Tree;
  readonly #left = new Set<string>();
  #isWrong = false;

  constructor(kind: ObjectKind, root: Tree) {
    this.#kind = kind;
    this.#root = root;
    for (const leaf of leavesOf(root, '')) this.#left.add(leaf);
    for (const header of ['/apiVersion', '/kind']) this.#left.delete(header);
  }

  /** Whether everything in the manifest has been written. */
  get saidAll(): boolean {
    return this.#left.size === 0 && !this.#isWrong;
  }

  /** What is inside of a block. `scope` is what the table is about, and `path` where that stands. */
  body(table: Table, scope: Tree, path = '', isOutermost = true): Body {
    const body: Body = { values: [], blocks: [] };
    for (const [name, row] of Object.entries(table)) {
      if ('block' in row || 'blocks' in row) this.#blocks(name, row, scope, path, body);
      else if ('joint' in row) this.#joint(name, row.joint, scope, isOutermost, body);
      else if ('to' in row) this.#argument(name, row, scope, path, body);
    }
    return body;
  }

  #blocks(name: string, row: Row, scope: Tree, path: string, { blocks }: Body): void {
    if ('block' in row) {
      const [inner, way] = row.to === undefined ? [scope, path] : this.#find(row.to, scope, path);
      if (!isTree(inner)) return;
      for (const [to, value] of row.implies ?? []) this.#take(this.#find(to, inner, way), value);
      const body = this.body(row.block, inner, way, false);
      const isEmpty = body.values.length + body.blocks.length === 0;
      if (isEmpty && row.to === undefined) return;
      if (isEmpty) this.#left.delete(way);
      blocks.push({ name, body, isOneOfMany: false });
    } else if ('blocks' in row) {
      const [list, way] = this.#find(row.to, scope, path);
      if (!Array.isArray(list)) return;
      for (const [index, item] of list.entries()) {
        if (!isTree(item)) this.#isWrong = true;
        else blocks.push({ name, body: this.body(row.blocks, item, `${way}/${index}`, false), isOneOfMany: true });
      }
    }
  }

  #argument(name: string, row: Argument, scope: Tree, path: string, { values }: Body): void {
    const found = this.#find(row.to, scope, path);
    const [value] = found;
    if (value === undefined || value === null) return;
    const own = ownValue(row, value);
    if (own === undefined) return;
    this.#take(found);
    if (!isTree(own)) values.push([name, own]);
    else values.push([name, Object.fromEntries(Object.entries(own).filter(([, inner]) => inner !== null))]);
  }

  #joint(name: string, joint: string, scope: Tree, isOutermost: boolean, { values, blocks }: Body): void {
    if (joint === 'annotations' || joint === 'labels') {
      const steps = isOutermost ? ['metadata', joint] : [...this.#kind.templateMetadata, joint];
      const entries = Object.entries((dig(this.#root, steps) ?? {}) as Tree).filter(([key]) => !systemKey.test(key));
      for (const [key] of entries) this.#left.delete(`/${[...steps, key].join('/')}`);
      if (entries.length > 0)
        values.push([name, Object.fromEntries(entries.map(([key, value]) => [key, String(value)]))]);
    } else if (joint === 'start-order') {
      const needs = (this.#json('container-dependencies') as Tree | undefined)?.[String(scope.name)];
      if (needs !== undefined && !isNames(needs)) this.#isWrong = true;
      else if (needs !== undefined) values.push([name, needs]);
    } else if (joint === 'cpu-idle') {
      const throttling = this.#annotation('cpu-throttling');
      const hasLimits = dig(scope, ['resources', 'limits']) !== undefined;
      if (throttling !== undefined || hasLimits) values.push([name, throttling !== 'false']);
    } else if (joint === 'cpu-boost') {
      const boost = this.#annotation('startup-cpu-boost');
      if (boost !== undefined) values.push([name, boost === 'true' || (boost !== 'false' && boost)]);
    } else if (joint === 'network-interfaces') {
      for (const network of (this.#json('network-interfaces') ?? []) as readonly Tree[])
        blocks.push({ name, body: { values: Object.entries(network), blocks: [] }, isOneOfMany: true });
    }
  }

  #annotation(key: string): unknown {
    const steps = [...this.#kind.templateMetadata, 'annotations', run(key)];
    const value = dig(this.#root, steps);
    if (typeof value === 'string') this.#left.delete(`/${steps.join('/')}`);
    return value;
  }

  #json(key: string): unknown {
    try {
      return JSON.parse(String(this.#annotation(key) ?? 'null')) ?? undefined;
    } catch {
      this.#isWrong = true;
      return undefined;
    }
  }

  #find(to: NonNullable<Argument['to']>, scope: Tree, path: string): readonly [unknown, string] {
    const { steps, isAbsolute } = wayTo(to, this.#kind.templateMetadata);
    const base = isAbsolute ? '' : path;
    return [dig(isAbsolute ? this.#root : scope, steps), `${base}/${steps.join('/')}`];
  }

  #take([value, path]: readonly [unknown, string], wanted?: string): void {
    if (wanted !== undefined && value !== wanted) return;
    this.#left.delete(path);
    for (const leaf of leavesOf(value, path)) this.#left.delete(leaf);
  }
}

/** A value as the resource has it; undefined for what it cannot say. */
function ownValue({ to, as, values }: Argument, value: unknown): unknown {
  if (as === 'seconds') return `${value}s`;
  if (as === 'hours') return `${Number(value) * 3600}s`;
  if (as === 'commas') return String(value).split(',');
  if (as === 'json') return JSON.parse(String(value));
  const own = values && Object.entries(values).find(([, word]) => word === String(value))?.[0];
  if (values && own === undefined) return undefined;
  // A text in an annotation, a number or a truth value in an argument.
  const isBare = typeof to === 'string' && /^[ST]:/.test(to) && /^(?:true|false|\d+(?:\.\d+)?)$/.test(String(value));
  return own ?? (isBare ? JSON.parse(String(value)) : value);
}

function isNames(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function* leavesOf(value: unknown, path: string): Generator<string> {
  if (Array.isArray(value) && value.length > 0)
    for (const [index, item] of value.entries()) yield* leavesOf(item, `${path}/${index}`);
  else if (isTree(value) && Object.keys(value).length > 0) {
    for (const [key, inner] of Object.entries(value)) yield* leavesOf(inner, `${path}/${key}`);
  } else yield path;
}

function dig(tree: unknown, steps: readonly string[]): unknown {
  return steps.reduce<unknown>((found, step) => (isTree(found) ? found[step] : undefined), tree);
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
