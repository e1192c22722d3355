import { onceEach } from '../once.ts';
import type { Role } from './product.ts';

/** What a team says of its own images in the configuration file. */
export interface UserProduct {
  /** A glob over the image without tag and digest: `*` stays within a path component, `**` does not. */
  readonly image: string;
  /** The id of a known product that the image is built from. */
  readonly product?: string;
  /** The part that it plays; that of the product where absent. */
  readonly role?: Role;
  /** The ports that it listens on, all of them. */
  readonly ports?: readonly number[];
}

/** Whether the entry speaks of this repository (`host/path`, Docker Hub's host included or left out). */
export function speaksOf(entry: UserProduct, repository: string): boolean {
  return patternOf(entry).test(repository);
}

const patternOf = onceEach(({ image }: UserProduct): RegExp => {
  const source = image.replace(/\*{2,}|[^*]|\*/g, (part) =>
    part === '*' ? '[^/]*' : part.startsWith('*') ? '.*' : part.replace(/[\\^$.+?()[\]{}|/]/, '\\$&'),
  );
  return new RegExp(`^(?:docker\\.io/(?:library/)?)?${source}$`);
});
