import { hasPlaceholder, isStandIn, maskCharacter as mask } from '../text/placeholder.ts';
import { isComponent, isDomainProject, isHost, readReference } from './image-grammar.ts';

/**
 * Who serves an image, as far as the text tells. Cloud Run pulls from the first four, of `github` (ghcr.io) only public
 * images, and refuses `other` hosts.
 */
export type RegistryKind = 'docker-hub' | 'github' | 'artifact-registry' | 'container-registry' | 'other' | 'unknown';

/** A part of an image reference that a placeholder hides, wholly or partly. */
export type ImagePart = 'registry' | 'path' | 'tag' | 'digest';

/** An image reference in its parts. What a placeholder hides is undefined and named in `unknown`. */
export interface Image {
  /** As the file writes it, trimmed. */
  readonly text: string;
  /** Lower-case host; every spelling of Docker Hub is `docker.io`. Undefined where unknown. */
  readonly registry: string | undefined;
  /** May be known where `registry` is not: `${REGION}-docker.pkg.dev` is an Artifact Registry. */
  readonly registryKind: RegistryKind;
  /** The components behind the host, `library` included on Docker Hub; undefined for one with a placeholder in it. */
  readonly path: readonly (string | undefined)[];
  /** Host and path without tag and digest; undefined unless all of it is known. */
  readonly repository: string | undefined;
  /**
   * The path under which the makers publish the image: without project and repository in Artifact Registry,
   * without project in Container Registry. The same as `path` elsewhere.
   */
  readonly publishedPath: readonly (string | undefined)[];
  /** Undefined where there is none; then `unknown` tells whether a placeholder may hold one. */
  readonly tag: string | undefined;
  /** Algorithm and hash: `sha256:…`. */
  readonly digest: string | undefined;
  /** The parts that a placeholder hides or may bring along; empty where all is known. */
  readonly unknown: ReadonlySet<ImagePart>;
  /** The words inside the placeholders, lower case: `${OTELCOL_IMAGE}` gives `otelcol_image`. */
  readonly hints: readonly string[];
}

const dockerHubHosts: ReadonlySet<string> = new Set([
  'docker.io',
  'index.docker.io',
  'registry-1.docker.io',
  'registry.hub.docker.com',
  'registry.docker.io',
]);

/** Takes an image reference apart. Never throws; of a text that is no reference nothing is known. */
export function parseImage(text: string): Image {
  const trimmed = text.trim();
  const reference = readReference(isSourceOfKo(trimmed) ? mask : trimmed);
  const hints = [...(reference?.hints ?? [])];
  const unknown = new Set<ImagePart>();

  const digest = known(reference?.digest?.text, 'digest', unknown);
  const components = reference?.components.map(({ text: component }) => component) ?? [mask];
  // "image${SUFFIX}" and "$IMAGE" may bring a tag and a digest of their own.
  const lastComponent = components.at(-1)!;
  if (!reference?.tag && (lastComponent.endsWith(mask) || isStandIn(lastComponent))) {
    unknown.add('tag');
    if (!reference?.digest) unknown.add('digest');
  }
  const tag = known(reference?.tag?.text, 'tag', unknown);

  // Capitals in a host stand for something else, as in REGION-docker.pkg.dev.
  const first = (components[0] ?? '').replace(/[A-Z_][A-Z0-9_]*(?:-[A-Z0-9_]+)*/g, mask);
  let host: string | undefined;
  if (components.length > 1 && isHost(first)) {
    components.shift();
    host = dockerHubHosts.has(first) ? 'docker.io' : first;
  } else if (isComponent(first) && !hasPlaceholder(first)) {
    host = 'docker.io';
  }
  if (host === 'docker.io' && components.length === 1) components.unshift('library');
  const registryKind = host === undefined ? 'unknown' : kindOf(host);
  const path = components.map((component, index) => {
    if ((isComponent(component) && !hasPlaceholder(component)) || (index === 0 && isDomainProject(component)))
      return component;
    for (const word of component.split(mask)) if (word !== '') hints.push(word.toLowerCase());
    unknown.add('path');
    return undefined;
  });
  const registry = host?.includes(mask) ? undefined : host;
  if (registry === undefined) unknown.add('registry');

  return {
    text: trimmed,
    registry,
    registryKind,
    path,
    repository: unknown.has('registry') || unknown.has('path') ? undefined : `${registry}/${path.join('/')}`,
    publishedPath: publishedPath(registryKind, host, path),
    tag,
    digest,
    unknown,
    hints,
  };
}

/**
 * Whether a text names a program's source, which ko builds and puts the image's name in its place.
 * @see https://ko.build/features/k8s/
 */
function isSourceOfKo(text: string): boolean {
  return text.startsWith('ko://');
}

/** Tags that by custom are moved to each new build or release, so that they name no version. */
const movingTags: ReadonlySet<string> = new Set([
  'latest',
  'stable',
  'edge',
  'main',
  'master',
  'nightly',
  'unstable',
  'dev',
]);

/** True for no tag or one that moves, such as `latest`, without a digest; undefined where a placeholder may hold either. */
export function isFloating(image: Image): boolean | undefined {
  if (image.digest !== undefined) return false;
  if (image.tag !== undefined && !movingTags.has(image.tag)) return false;
  if (image.unknown.has('tag') || image.unknown.has('digest')) return undefined;
  return true;
}

/** The last two components of a path, `owner/name`; undefined where there are fewer or a placeholder hides one. */
export function tailOf(path: Image['path']): string | undefined {
  const [owner, name] = path.slice(-2);
  return owner !== undefined && name !== undefined ? `${owner}/${name}` : undefined;
}

function known(text: string | undefined, part: ImagePart, unknown: Set<ImagePart>): string | undefined {
  if (text === undefined || text === '') return undefined;
  if (!text.includes(mask) && !isStandIn(text)) return text;
  unknown.add(part);
  return undefined;
}

/** Google's sovereign clouds have domains of their own: u-france-east1-docker.s3nsregistry.fr, docker.pkg-NAME.goog. */
const artifactRegistry =
  /(?:^|-)docker\.(?:pkg\.dev|pkg-[a-z0-9-]+\.goog|q?s3nsregistry\.fr)$|-docker\.pkg\.[a-z0-9.-]+$/;

/** Characters of a name that DNS knows, https://www.rfc-editor.org/rfc/rfc1035#section-2.3.4. */
const longestHost = 253;

function kindOf(host: string): RegistryKind {
  const bare = host.replace(/:443$/, '');
  if (bare === 'docker.io') return 'docker-hub';
  if (bare === 'gcr.io' || bare.endsWith('.gcr.io')) return 'container-registry';
  if (bare === 'ghcr.io') return 'github';
  if (bare.length <= longestHost && artifactRegistry.test(bare)) return 'artifact-registry';
  if (bare.includes(mask)) return 'unknown';
  return 'other';
}

function publishedPath(kind: RegistryKind, host: string | undefined, path: Image['path']): Image['path'] {
  if (host === 'mirror.gcr.io') return path.length === 1 ? ['library', ...path] : path;
  // A project of an organisation's domain takes two components: example.com/project.
  const project = path[0]?.includes('.') ? 2 : 1;
  if (kind === 'container-registry') return path.slice(project);
  if (kind === 'artifact-registry') return path.slice(project + 1);
  return path;
}
