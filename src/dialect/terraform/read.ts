import type { Block, HclFile } from '../../hcl/ast.ts';
import { bodyNode } from '../../hcl/body-node.ts';
import type { Local, Scope } from '../../hcl/evaluate.ts';
import { parseHcl } from '../../hcl/parse.ts';
import type { MapNode, Node } from '../../tree/node.ts';
import { ownPath } from '../names.ts';
import { manifestOf, type Origin, originOf } from '../origin.ts';
import type { ObjectKind } from '../table.ts';
import { objectKinds } from '../tables/index.ts';
import { withoutIgnored } from './ignored-changes.ts';
import { moduleOf } from './modules/index.ts';

/** A resource of Cloud Run in a Terraform file, or a call of a module that makes one. */
export interface Resource extends Origin {
  /** What the module calls it: `google_cloud_run_v2_service.shop`, `module.shop`. */
  readonly address: string;
  /** The block in the file. */
  readonly block: Block;
}

/** The resource or call that a document was made of; undefined for a manifest and for an object of the v2 API. */
export function declarationOf(root: Node | null | undefined): Resource | undefined {
  const origin = originOf(root);
  return origin && 'block' in origin ? (origin as Resource) : undefined;
}

/** The resource that a document was made of, which can be edited; undefined for the call of a module, too. */
export function resourceOf(root: Node | null | undefined): Resource | undefined {
  const declaration = declarationOf(root);
  return declaration?.block.type === 'resource' ? declaration : undefined;
}

/** The types that are read, by name. */
const kinds: ReadonlyMap<string, ObjectKind> = new Map(objectKinds.map((kind) => [kind.resource, kind]));

/** The most values that are read of one file. */
const budget = 200_000;

/** The manifests of the resources of a file, in order. `others` are the other files of its folder, for their local values. */
export function readResources(
  text: string,
  file: HclFile,
  others: () => readonly string[] = () => [],
): readonly MapNode[] {
  const found = file.body.blocks.filter((block) => kindOf(block) ?? moduleOf(block));
  if (found.length === 0) return [];
  const scope = scopeOf(text, file, others);
  return found.map((block) => {
    const inputs = bodyNode(block.body, { start: block.start, end: block.end }, scope);
    const header = block.labels[0] ?? block.typeSpan;
    const module = moduleOf(block);
    const kind = module?.kind ?? kindOf(block)!;
    return manifestOf({
      kind,
      address: [...(module ? [block.type] : []), ...block.labels.map((label) => label.text)].join('.'),
      header,
      block,
      written: module ? module.read(inputs, header) : withoutIgnored(inputs, block),
      pathOf: (path) => [block.type, ...block.labels.map((label) => label.text), ...ownPath(kind, path)],
    });
  });
}

/** The kind of resource that a block declares. */
function kindOf({ type, labels }: Block): ObjectKind | undefined {
  return type === 'resource' ? kinds.get(labels[0]?.text ?? '') : undefined;
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
