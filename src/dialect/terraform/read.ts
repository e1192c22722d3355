import type { Block, HclFile } from '../../hcl/ast.ts';
import { bodyNode } from '../../hcl/body-node.ts';
import type { Local, Scope } from '../../hcl/evaluate.ts';
import { parseHcl } from '../../hcl/parse.ts';
import type { MapNode, Node } from '../../tree/node.ts';
import type { Span } from '../../tree/span.ts';
import type { ObjectKind } from '../table.ts';
import { objectKinds } from '../tables/index.ts';
import { translate, type UnknownName } from '../translate.ts';
import { withoutIgnored } from './ignored-changes.ts';

/** A resource of Cloud Run in a Terraform file. */
export interface Resource {
  /** What it is. */
  readonly kind: ObjectKind;
  /** What the module calls it: `google_cloud_run_v2_service.shop`. */
  readonly address: string;
  /** Where its type stands, for what is said of it as a whole. */
  readonly header: Span;
  /** The block in the file. */
  readonly block: Block;
  /** Its arguments and blocks, with what is certain of their values. */
  readonly written: MapNode;
  /** The v1 manifest that it stands for. */
  readonly root: MapNode;
  /** Names in it that the provider does not know. */
  readonly unknownNames: readonly UnknownName[];
}

/** The manifest of a resource, which knows what it was made of. */
interface ResourceRoot extends MapNode {
  readonly resource?: Resource;
}

/** The resource that a document was made of; undefined for a manifest. */
export function resourceOf(root: Node | null | undefined): Resource | undefined {
  return (root as ResourceRoot | null | undefined)?.resource;
}

/** The types that are read, by name. */
const kinds: ReadonlyMap<string, ObjectKind> = new Map(objectKinds.map((kind) => [kind.resource, kind]));

/** The most values that are read of one file. */
const budget = 200_000;

/** The resources of Cloud Run in a file, in order. `others` are the other files of its folder, for their local values. */
export function readResources(
  text: string,
  file: HclFile,
  others: () => readonly string[] = () => [],
): readonly Resource[] {
  const found = file.body.blocks.filter(({ type, labels }) => type === 'resource' && kinds.has(labels[0]?.text ?? ''));
  if (found.length === 0) return [];
  const scope = scopeOf(text, file, others);
  return found.map((block) => {
    const [type, name] = block.labels;
    const kind = kinds.get(type!.text)!;
    const written = withoutIgnored(bodyNode(block.body, { start: block.start, end: block.end }, scope), block);
    const { root, unknownNames } = translate(kind, written, type!);
    const address = `${type!.text}.${name?.text ?? ''}`;
    const own: MapNode & { resource?: Resource } = { ...root };
    const resource: Resource = { kind, address, header: type!, block, written, root: own, unknownNames };
    own.resource = resource;
    return resource;
  });
}

/** What the expressions of a file may refer to: the local values of its module. */
export function scopeOf(text: string, file: HclFile, others: () => readonly string[]): Scope {
  let locals: ReadonlyMap<string, Local> | undefined;
  const local = (name: string): Local | undefined => {
    locals ??= new Map([...others().flatMap((other) => localsOf(other, parseHcl(other))), ...localsOf(text, file)]);
    return locals.get(name);
  };
  return { text, local, budget: { left: budget } };
}

function localsOf(text: string, { body }: HclFile): readonly (readonly [string, Local])[] {
  return body.blocks
    .filter(({ type }) => type === 'locals')
    .flatMap((block) => block.body.attributes.map(({ name, value }) => [name, { value, text }] as const));
}
