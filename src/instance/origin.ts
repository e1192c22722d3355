import { folderOf } from '../text/path.ts';
import type { Member } from './member.ts';

/**
 * Whether the container is a sidecar whose image others build: a product of the catalogue beside another container, but
 * not one that lies in the same folder of a registry as an application, since that is a build of the team's own.
 */
export function isOfOthers({ product, match, image, instance: { members } }: Member): boolean {
  if (!product || members.length < 2) return false;
  const folder = match.stock ? '' : folderOf(image?.text ?? '');
  return folder === '' || !members.some((other) => !other.product && folderOf(other.image?.text ?? '') === folder);
}
