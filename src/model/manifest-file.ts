import type { Source } from '../yaml/source.ts';
import { dialectOf, type Target } from './dialect.ts';
import type { AnyWorkload } from './kinds.ts';
import { recognise } from './recognise.ts';
import type { Service } from './service.ts';

/** How a file came to be linted. */
export interface ManifestOptions {
  /** True if a person named this very file, rather than a folder or a pattern. */
  readonly explicit: boolean;
  /** What is done with services that are meant for Knative on a cluster: left alone, or read as Cloud Run's. */
  readonly target?: Target;
}

/** A file with everything in it that Cloud Run deploys. */
export class ManifestFile {
  readonly source: Source;
  readonly options: ManifestOptions;
  /** The workloads, in order; documents that are none, or are meant for a cluster, are left out. */
  readonly workloads: readonly AnyWorkload[];

  /** The services that are meant for Knative on a cluster and left alone; none where the target is Cloud Run. */
  readonly passedOver: readonly Service[];

  constructor(source: Source, options: ManifestOptions = { explicit: false }) {
    this.source = source;
    this.options = options;
    const found = source.documents.map(recognise).filter((workload) => workload !== undefined);
    this.passedOver = options.target === 'cloud-run' ? [] : found.filter(isForCluster);
    this.workloads = found.filter((workload) => !this.passedOver.includes(workload as Service));
  }
}

function isForCluster(workload: AnyWorkload): workload is Service {
  return workload.kind === 'Service' && dialectOf(workload) === 'knative';
}
