import type { Attribute, Block, Body } from '../../hcl/ast.ts';
import type { ManifestFile } from '../../model/manifest-file.ts';
import type { Workload } from '../../model/workload.ts';
import type { Node } from '../../tree/node.ts';
import type { Placed } from '../../tree/place.ts';
import { WrittenObject } from '../view.ts';
import type { TerraformFile } from './file.ts';
import { declarationOf, type Resource } from './read.ts';

/** A resource as the rules for Terraform see it. */
export class WrittenResource extends WrittenObject {
  /** The block in the file. */
  readonly block: Block;

  constructor(resource: Resource, on: Placed) {
    super(resource, on);
    this.block = resource.block;
  }

  /** What the module calls it: the last label. */
  get name(): string {
    return this.block.labels.at(-1)?.text ?? '';
  }
}

/** The Terraform resource that a workload was read from. Only for rules whose `only` is `hcl`. */
export function terraformOf(workload: Workload): WrittenResource {
  return new WrittenResource(declarationOf(workload.field.node)!, workload.field);
}

/** The Terraform file that a file is. Only for rules whose `only` is `hcl`. */
export function terraformFileOf({ source }: ManifestFile): TerraformFile {
  return source as TerraformFile;
}

/** An argument of a body. */
export function attributeIn(body: Body, name: string): Attribute | undefined {
  return body.attributes.find((attribute) => attribute.name === name);
}

/** The steps of the reference that an unknown value is; undefined for anything else. */
export function referenceIn(node: Node): readonly string[] | undefined {
  if (node.kind !== 'scalar' || !node.unknown) return undefined;
  const [, inside] = /^\$\{([A-Za-z_][\w-]*(?:\.[\w-]+)*)\}$/.exec(node.text) ?? [];
  return inside?.split('.');
}
