import { fieldName, say, type Text } from '../text/say.ts';
import { suggest } from '../text/suggest.ts';
import type { Placed } from '../tree/field.ts';
import {
  insteadOfKubernetes,
  insteadOfOtherDialect,
  placesOf,
  type UnknownField,
  unknownFields,
} from './conformity/index.ts';
import type { Workload } from './workload.ts';
import { writtenAnnotations } from './written-annotations.ts';

/** Something in a manifest that the resource's launch stage has to allow. */
export interface PreviewFeature {
  /** The value that asks for it, or its key. */
  readonly on: Placed;
  /** What it is, for a sentence. */
  readonly what: Text;
}

/** The features of a manifest that are documented as preview, with certainty as of November 2026. */
export function* previewFeatures(workload: Workload): Generator<PreviewFeature> {
  // The kind is in preview as a whole; that such a one has to declare it is not documented.
  if (workload.kind === 'Instance') return;
  for (const container of workload.containers) {
    const launcher = container.field.get('sandboxLauncher');
    if (launcher.value === true)
      yield { on: launcher.key, what: say`The field ${fieldName('sandboxLauncher')}${container.after('of')}` };
  }
}

/**
 * Fields and values that came with a preview, of which it is not documented whether they still are one. `Disk` became
 * generally available with gcloud 587 (2026-09-29); whether Cloud Run everywhere takes it without BETA is not known.
 */
const newNames = ['delayExecution', 'startExecutionToken', 'runExecutionToken', 'sandboxes', 'Disk'];

/** Tasks with a GPU may take longer than this, in seconds, in preview only. */
const longestGpuTask = 3600;

/** Whether anything in a manifest may be preview: what is known to be, what is seldom documented, and what is unknown. */
export function mayUsePreview(workload: Workload): boolean {
  // The kind itself is in preview.
  if (workload.kind === 'Instance') return true;
  if (workload.mayHoldMore || newNames.some((name) => workload.mentions(name))) return true;
  const root = workload.open;
  const isKnownElsewhere = (key: string): boolean => root.shape !== undefined && placesOf(root.shape, key).length > 0;
  if (unknownFields(root).some((unknown) => isNewPerhaps(unknown) && !isKnownElsewhere(unknown.key))) return true;
  for (const _ of previewFeatures(workload)) return true;
  for (const { key, known } of writtenAnnotations(workload)) {
    if (known?.undocumented || known?.stage || (!known && key.startsWith('run.googleapis.com/'))) return true;
  }
  const gpu = workload.gpu.accelerator;
  if (gpu.exists && gpu.value !== 'nvidia-l4') return true;
  return (
    gpu.exists && workload.kind === 'Job' && (workload.templateSpec.get('timeoutSeconds').value ?? 0) > longestGpuTask
  );
}

/** Whether a field that gcloud had not when this was written may be a newer one: nothing else is known of its name. */
function isNewPerhaps({ key, owner }: UnknownField): boolean {
  const { title = '', properties = {} } = owner.shape ?? {};
  return (
    insteadOfKubernetes(title, key) === undefined &&
    insteadOfOtherDialect(title, key) === undefined &&
    suggest(key, Object.keys(properties)) === undefined
  );
}
