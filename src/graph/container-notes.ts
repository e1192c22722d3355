import type { Member } from '../instance/member.ts';
import { baseName } from '../text/path.ts';
import { asWritten, drawn } from './as-written.ts';

/** What a container is: its role, its product, its image; a line each, without what is not known. */
export function containerNotes(member: Member): readonly string[] {
  const { role, product, isCertain } = member;
  const what = [
    role === 'unknown' ? [] : [role.replaceAll('-', ' ')],
    // A question mark says that other signals than the image spoke for it, and not strongly.
    product === undefined ? [] : [isCertain ? product.name : `${product.name}?`],
  ].flat();
  const image = asWritten(member.container.field.get('image'));
  return [what.join(' · '), image === undefined ? '' : shortImage(image)].filter((note) => note !== '').map(drawn);
}

/** The last component of an image with its tag, or the beginning of its digest. */
function shortImage(image: string): string {
  const name = baseName(image);
  return name.replace(/(@sha256:[0-9a-f]{7})[0-9a-f]+$/, '$1…');
}
