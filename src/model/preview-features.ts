import type { Placed } from '../yaml/field.ts';
import type { Workload } from './workload.ts';
import { writtenAnnotations } from './written-annotations.ts';

/** Something in a manifest that the resource's launch stage has to allow. */
export interface PreviewFeature {
  /** The value that asks for it, or its key. */
  readonly on: Placed;
  /** What it is, for a sentence. */
  readonly what: string;
}

/** The features of a manifest that are documented as preview, with certainty as of August 2026. */
export function* previewFeatures(workload: Workload): Generator<PreviewFeature> {
  for (const { field, name } of workload.volumes) {
    const medium = field.get('emptyDir').get('medium');
    if (medium.value === 'Disk')
      yield { on: medium, what: name ? `The medium "Disk" of the volume "${name}"` : 'The medium "Disk"' };
  }
  for (const container of workload.containers) {
    const launcher = container.field.get('sandboxLauncher');
    if (launcher.value === true)
      yield { on: launcher.key, what: `The field "sandboxLauncher"${container.after('of')}` };
  }
}

/** Whether anything in a manifest may be preview: what is known to be, what is seldom documented, and what is unknown. */
export function mayUsePreview(workload: Workload): boolean {
  for (const _ of previewFeatures(workload)) return true;
  for (const { key, known } of writtenAnnotations(workload)) {
    if (known?.undocumented || known?.stage || (!known && key.startsWith('run.googleapis.com/'))) return true;
  }
  const gpu = workload.templateSpec.get('nodeSelector').get('run.googleapis.com/accelerator');
  return gpu.exists && gpu.value !== 'nvidia-l4';
}
