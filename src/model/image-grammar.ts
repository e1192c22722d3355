import { hidePlaceholders, isStandIn, maskCharacter as mask, maskMarks } from '../text/placeholder.ts';

/** A part of an image reference, with its place in the trimmed text. */
export interface ImageToken {
  /** As long as what is written; each character of a placeholder is a `maskCharacter`. */
  readonly text: string;
  /** Where it begins in the trimmed text. */
  readonly start: number;
}

/** An image reference taken apart by its grammar, `[host/]path[:tag][@digest]`; a placeholder may stand in any part. */
export interface ImageReference {
  /** What slashes part, the host among them where there is one; at least one, each possibly empty. */
  readonly components: readonly ImageToken[];
  /** Behind the colon of the last component; undefined where there is no colon. */
  readonly tag: ImageToken | undefined;
  /** Behind the at sign; undefined where there is none. */
  readonly digest: ImageToken | undefined;
  /** The words inside the placeholders, lower case. */
  readonly hints: readonly string[];
}

/** What no reference holds, so that the text stands for one, as `【image】` does. Quotes are those of a template. */
const foreign = new RegExp(`[^\\w./:@+"'${mask}-]`);

/**
 * Takes a trimmed text apart; undefined for one that holds what no reference does.
 * @see https://github.com/distribution/reference/blob/main/reference.go
 */
export function readReference(text: string): ImageReference | undefined {
  const masked = maskMarks(text);
  if (foreign.test(masked)) return undefined;
  const at = masked.indexOf('@');
  const beforeDigest = at < 0 ? masked : masked.slice(0, at);
  const colon = beforeDigest.lastIndexOf(':');
  const isTag = colon > beforeDigest.lastIndexOf('/');
  const name = isTag ? beforeDigest.slice(0, colon) : beforeDigest;
  let start = 0;
  const components = name.split('/').map((component) => {
    const token = { text: component, start };
    start += component.length + 1;
    return token;
  });
  return {
    components,
    tag: isTag ? { text: beforeDigest.slice(colon + 1), start: colon + 1 } : undefined,
    digest: at < 0 ? undefined : { text: masked.slice(at + 1), start: at + 1 },
    hints: hidePlaceholders(text).hints,
  };
}

/** Repositories are lower case, so a component with capitals is none, or stands for something else. */
export function isComponent(component: string): boolean {
  return /^[a-z0-9]+(?:[._-]+[a-z0-9]+)*$/.test(component);
}

/** A project of an organisation's domain as old files write it: example.com:project. */
export function isDomainProject(component: string): boolean {
  return /^[a-z0-9.-]+:[a-z0-9-]+$/.test(component);
}

/** Whether the first of several components is a host. */
export function isHost(component: string): boolean {
  return component.includes('.') || component.includes(':') || component === 'localhost';
}

/** What is wrong with a reference. */
export interface ImageFault {
  /** The smallest piece that is wrong; all of the text where it has no length. */
  readonly at: ImageToken;
  /** Why, in the words that the grammar has. */
  readonly kind: 'space' | 'empty-component' | 'capitals' | 'component' | 'two-tags' | 'empty-tag' | 'tag' | 'digest';
}

/** The first mistake for which no registry has such a reference; undefined where placeholders may explain it all. */
export function imageFault(text: string): ImageFault | undefined {
  const space = /[\w/:.-](\s+)[\w/:.-]/.exec(text);
  if (space && /^[\w./:@+\s-]+$/.test(text)) {
    // A sentence stands for an image.
    const isProse = !/[/:]/.test(text) || text.split(/\s+/).length > 3 || standsIn(text);
    return isProse ? undefined : { kind: 'space', at: { text: space[1]!, start: space.index + 1 } };
  }
  const reference = /^[a-z]+:\/\//.test(text) || /["']/.test(text) ? undefined : readReference(text);
  if (!reference) return undefined;
  return nameFault(reference) ?? tagFault(reference) ?? digestFault(reference);
}

function nameFault({ components, tag, digest }: ImageReference): ImageFault | undefined {
  // A lone word is what Skaffold replaces, or a person.
  if (components.length === 1 && !tag && !digest) return undefined;
  for (const [index, at] of components.entries()) {
    if (at.text === '' && components.length > 1) return { kind: 'empty-component', at };
    if (index === 0 && components.length > 1 && isHost(at.text)) continue;
    const colon = at.text.indexOf(':');
    if (colon >= 0 && tag && index === components.length - 1) {
      return { kind: 'two-tags', at: { text: at.text.slice(colon), start: at.start + colon } };
    }
    if (at.text === '' || isComponent(at.text) || (index < 2 && isDomainProject(at.text))) continue;
    if (!at.text.includes(mask) && !standsIn(at.text)) return { kind: kindOfComponent(at.text), at };
  }
  return undefined;
}

function kindOfComponent(text: string): ImageFault['kind'] {
  return isComponent(text.toLowerCase()) ? 'capitals' : 'component';
}

function tagFault({ components, tag: at }: ImageReference): ImageFault | undefined {
  if (!at || components.at(-1)?.text === '') return undefined;
  if (at.text === '') return { kind: 'empty-tag', at };
  return at.text.includes(mask) || /^\w[\w.-]{0,127}$/.test(at.text) ? undefined : { kind: 'tag', at };
}

function digestFault({ digest: at }: ImageReference): ImageFault | undefined {
  if (!at || at.text.includes(mask) || standsIn(at.text.replace(/^sha256:/, ''))) return undefined;
  const hash = /^sha256:(.*)$/.exec(at.text)?.[1];
  if (hash === undefined) return at.text.startsWith('sha') ? undefined : { kind: 'digest', at };
  // Other letters stand for a digest, as in "sha256:abc…xyz".
  const isMeant = /^[0-9a-f]*$/.test(hash) || hash.length === 64;
  return isMeant && !/^[0-9a-f]{64}$/.test(hash) ? { kind: 'digest', at } : undefined;
}

/** Words of which people make names for what is to be filled in: `myProject`, `imageName`, `ProjectID`. */
const wordsOfStandIns: ReadonlySet<string> = new Set(
  'my our the a an gcp gcr gar google cloud artifact docker container project image service app application repo repository registry region location zone host hostname path tag version name id uri url here to be sha digest hash commit build'.split(
    ' ',
  ),
);

/** Whether a part is what somebody is to replace: `PROJECT_ID`, `web-SHA`, `myProject`, `xxxx`. */
function standsIn(part: string): boolean {
  if (isStandIn(part) || /[A-Z]{2}/.test(part)) return true;
  return /your|replace|change|todo|placeholder|example|\.\.\.|xxx/i.test(part) || areStandIns(part);
}

/** Whether the text is made of nothing but such words. */
function areStandIns(text: string): boolean {
  const words = text
    .replace(/([a-z0-9])(?=[A-Z])/g, '$1 ')
    .toLowerCase()
    .split(/[\W_]+/)
    .filter(Boolean);
  return words.every((word) => wordsOfStandIns.has(word));
}
