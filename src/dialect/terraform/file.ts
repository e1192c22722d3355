import type { HclFile } from '../../hcl/ast.ts';
import { lineScopes } from '../../hcl/line-scopes.ts';
import { parseHcl } from '../../hcl/parse.ts';
import type { Workload } from '../../model/workload.ts';
import { Place, type Placed } from '../../tree/place.ts';
import type { Comment, Source, SourceDocument } from '../../tree/source.ts';
import { markBefore, SourceText } from '../../tree/source-text.ts';
import type { Span } from '../../tree/span.ts';
import { terraformEditor } from './editor.ts';
import { declarationOf, type Resource, readResources } from './read.ts';
import { terraformWords } from './words.ts';

/** Whether a path is that of a Terraform or OpenTofu file. */
export function isTerraform(path: string): boolean {
  return /\.(?:tf|tofu)$/.test(path);
}

/** Whether such a file may hold something of Cloud Run. False is certain. */
export function mayHoldCloudRun(text: string): boolean {
  return terraformWords.some((word) => text.includes(word));
}

/** A Terraform file: each of its resources of Cloud Run is a document. Building one never throws. */
export class TerraformFile extends SourceText implements Source {
  readonly language = 'hcl';
  readonly documents: readonly SourceDocument[];
  readonly masked: readonly Span[] = [];
  readonly hasTemplateLines = false;
  readonly editor = terraformEditor;
  /** What it holds, Cloud Run or not. */
  readonly hcl: HclFile;

  /** @param others the texts of the other files of its folder, read where something hangs on them */
  constructor(path: string, text: string, others: () => readonly string[] = () => []) {
    super(path, text.slice(markBefore(text).length));
    this.hcl = parseHcl(this.text);
    this.documents = readResources(this.text, this.hcl, others).map((root) => ({
      source: this,
      start: root.span.start,
      root,
      problem: undefined,
    }));
  }

  get comments(): readonly Comment[] {
    return this.hcl.comments;
  }

  scopesOfLines(lines: ReadonlySet<number>): ReadonlyMap<number, Span> {
    return lineScopes(this.hcl.body, this, lines);
  }

  /** The address of the resource that a workload is. */
  addressOf(workload: Workload): string {
    return (declarationOf(workload.field.node) as Resource).address;
  }

  /** Where the name of a workload's resource stands. */
  nameOf(workload: Workload): Placed {
    const { block, header } = declarationOf(workload.field.node) as Resource;
    return this.place(block.labels[1] ?? header);
  }

  /** A place in the file. */
  place({ start, end }: Span): Placed {
    const root: Placed = { source: this, span: { start, end }, path: [], stablePath: [] };
    return new Place(root, { start, end });
  }
}
