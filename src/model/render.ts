import type { Image } from './image.ts';
import type { Workload } from './workload.ts';

/**
 * Whether Skaffold or Cloud Deploy may put another image in place of this one: they replace the names of what they have
 * built, which stand in a manifest without a tag and a digest.
 * @see https://skaffold.dev/docs/builders/
 */
export function isReplacedAtRender({ surroundings }: Workload, { tag, digest }: Image): boolean {
  return tag === undefined && digest === undefined && surroundings.deployer() === 'skaffold';
}
