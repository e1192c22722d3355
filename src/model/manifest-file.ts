import type { Source } from '../yaml/source.ts';
import { recognise } from './recognise.ts';
import type { Workload } from './workload.ts';

/** A file with everything in it that Cloud Run deploys. */
export class ManifestFile {
  readonly source: Source;
  /** The workloads, in order; documents that are none are left out. */
  readonly workloads: readonly Workload[];

  constructor(source: Source) {
    this.source = source;
    this.workloads = source.documents.map(recognise).filter((workload) => workload !== undefined);
  }
}
