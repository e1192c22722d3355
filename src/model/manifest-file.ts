import type { Source } from '../yaml/source.ts';
import type { AnyWorkload } from './kinds.ts';
import { recognise } from './recognise.ts';

/** How a file came to be linted. */
export interface ManifestOptions {
  /** True if a person named this very file, rather than a folder or a pattern. */
  readonly explicit: boolean;
}

/** A file with everything in it that Cloud Run deploys. */
export class ManifestFile {
  readonly source: Source;
  readonly options: ManifestOptions;
  /** The workloads, in order; documents that are none are left out. */
  readonly workloads: readonly AnyWorkload[];

  constructor(source: Source, options: ManifestOptions = { explicit: false }) {
    this.source = source;
    this.options = options;
    this.workloads = source.documents.map(recognise).filter((workload) => workload !== undefined);
  }
}
