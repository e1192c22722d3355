import type { HclFile } from '../../hcl/ast.ts';
import { lineScopes } from '../../hcl/line-scopes.ts';
import { parseHcl } from '../../hcl/parse.ts';
import type { Workload } from '../../model/workload.ts';
import { Place, type Placed } from '../../yaml/place.ts';
import type { Source, SourceReader } from '../../yaml/source.ts';
import type { Span } from '../../yaml/span.ts';
import { yamlNode } from '../../yaml/yaml-nodes.ts';
import { type Resource, readResources } from './read.ts';

/** Whether a path is that of a Terraform or OpenTofu file. */
export function isTerraform(path: string): boolean {
  return /\.(?:tf|tofu)$/.test(path);
}

/** Whether such a file may hold something of Cloud Run. False is certain. */
export function mayHoldCloudRun(text: string): boolean {
  return text.includes('google_cloud_run');
}

/** A Terraform file as rules see it. */
export class TerraformFile {
  /** The file. */
  readonly source: Source;
  /** What it holds, Cloud Run or not. */
  readonly hcl: HclFile;
  /** Its resources of Cloud Run. */
  readonly resources: readonly Resource[];

  constructor(source: Source, hcl: HclFile, resources: readonly Resource[]) {
    this.source = source;
    this.hcl = hcl;
    this.resources = resources;
  }

  /** The address of the resource that a workload is. */
  addressOf({ field }: Workload): string | undefined {
    return (field.origin as Resource | undefined)?.address;
  }

  /** Where the name of a workload's resource stands. */
  nameOf({ field }: Workload): Placed {
    const { block, header } = field.origin as Resource;
    return this.place(block.labels[1] ?? header);
  }

  /** A place in the file. */
  place({ start, end }: Span): Placed {
    const root: Placed = { source: this.source, span: { start, end }, path: [], stablePath: [] };
    return new Place(root, { start, end });
  }
}

/** Reads Terraform files. `others` are the texts of the other files of the folder, read where something hangs on them. */
export function terraformReader(others: () => readonly string[] = () => []): SourceReader {
  return (source) => {
    const hcl = parseHcl(source.text);
    const resources = readResources(source.text, hcl, others);
    const file = new TerraformFile(source, hcl, resources);
    return {
      language: 'hcl',
      file,
      comments: hcl.comments,
      scopes: (lines) => lineScopes(hcl.body, source, lines),
      documents: resources.map((resource) => ({
        start: resource.block.start,
        root: yamlNode(resource.root),
        origin: resource,
      })),
    };
  };
}
