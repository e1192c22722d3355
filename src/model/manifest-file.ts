import type { Source } from '../tree/source.ts';
import { dialectOf } from './dialect.ts';
import type { AnyWorkload } from './kinds.ts';
import { recognise } from './recognise.ts';
import type { Service } from './service.ts';
import type { Deployer, FilesAround, Target } from './surroundings.ts';

/** How a file came to be linted. */
export interface ManifestOptions {
  /** True if a person named this very file, rather than a folder or a pattern. */
  readonly explicit: boolean;
  /** What is done with services that are meant for Knative on a cluster: left alone, or read as Cloud Run's. */
  readonly target?: Target;
  /** Who deploys the files of this folder, as far as others beside them tell; asked once at most. */
  readonly deployer?: () => Deployer;
  /** Whether kustomize lays the file over another; asked where something is missing that every manifest has. */
  readonly isPatch?: () => boolean;
  /** The files of its repository; asked only for workloads with several containers. */
  readonly filesAround?: (() => FilesAround | undefined) | undefined;
}

/** A file with everything in it that Cloud Run deploys. */
export class ManifestFile {
  /** The parsed text, with documents that are no workload or cannot be read. */
  readonly source: Source;
  /** As they were given: what is absent is left so. */
  readonly options: ManifestOptions;
  /** The workloads, in order; documents that are none, are a piece of one, or are meant for a cluster, are left out. */
  readonly workloads: readonly AnyWorkload[];

  /** The services that are meant for Knative on a cluster and left alone; none where the target is Cloud Run. */
  readonly passedOver: readonly Service[];

  constructor(source: Source, options: ManifestOptions = { explicit: false }) {
    this.source = source;
    this.options = options;
    const { deployer = () => 'gcloud', isPatch = () => false } = options;
    // Nobody applies Terraform's resources to a cluster.
    const target = source.language === 'hcl' ? 'cloud-run' : (options.target ?? 'auto');
    let who: Deployer | undefined;
    const surroundings = {
      target,
      deployer: (): Deployer => {
        who ??= isOfCloudDeploy(source.text) ? 'skaffold' : deployer();
        return who;
      },
      filesAround: options.filesAround,
    };
    const found = source.documents
      .map((document) => recognise(document, surroundings))
      .filter((workload) => workload !== undefined)
      .filter((workload) => isComplete(workload) || !(workload.mentions('$patch') || isPatch()));
    this.passedOver = target === 'cloud-run' ? [] : found.filter(isForCluster);
    this.workloads = found.filter((workload) => !this.passedOver.includes(workload as Service));
  }
}

/** Whether it has containers with an image each, without which nothing can be deployed. */
function isComplete({ containers }: AnyWorkload): boolean {
  return containers.length > 0 && containers.every(({ field }) => field.get('image').exists);
}

/** Whether a comment says that Cloud Deploy fills in a value. https://cloud.google.com/deploy/docs/parameters */
function isOfCloudDeploy(text: string): boolean {
  return text.includes('# from-param:');
}

function isForCluster(workload: AnyWorkload): workload is Service {
  return workload.kind === 'Service' && dialectOf(workload) === 'knative';
}
