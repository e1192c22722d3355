import { productById } from '../catalogue/by-id.ts';
import { baseName, folderOf, isWithin } from '../text/path.ts';
import type { SourceText } from '../tree/source-text.ts';
import type { Setup } from './configuration.ts';
import type { Copy } from './dockerfile/image-build.ts';
import type { Configuration } from './facts.ts';
import { namedFiles } from './named-files.ts';
import { parseNginx } from './nginx/parse.ts';
import { below, rootOf, yamlOf } from './open-yaml.ts';
import type { TextAt } from './text-at.ts';

/** A configuration that an image has where its product does not look. */
export interface UnreadCopy {
  /** Where the image has it. */
  readonly at: string;
  /** The word of the Dockerfile that says so. */
  readonly on: TextAt;
  /** The file. */
  readonly source: SourceText;
  /** Where the product would read it. */
  readonly wanted: string;
}

/** Where a product reads a file of this text; undefined for one that is no configuration of it. */
type PlaceFor = (source: SourceText, name: string, main: string) => string | undefined;

const places: readonly (readonly [pattern: RegExp, placeFor: PlaceFor])[] = [
  [/^nginx/, placeForNginx],
  [/^envoy$/, (source, _, main) => (hasKeys(source, ['static_resources']) ? main : undefined)],
  [/otel|collector/, (source, _, main) => (hasKeys(source, ['receivers', 'service']) ? main : undefined)],
];

/**
 * Configurations that the Dockerfile names one by one and puts where the product does not look, so that it starts with
 * the one of the image below.
 */
export function unreadCopies(
  id: string,
  setup: Setup,
  configuration: Configuration | undefined,
): readonly UnreadCopy[] {
  const placeFor = places.find(([pattern]) => pattern.test(id))?.[1];
  const { main, paths = [] } = productById(id)?.config ?? {};
  const { build, commandLine } = setup;
  if (!placeFor || main === undefined || (configuration?.files.length ?? 0) > 0) return [];
  if (namedFiles(id, commandLine).length > 0 || commandLine.words.some(({ text }) => /^--(?:set|config-)/.test(text)))
    return [];
  const candidates = build.copies.flatMap((copy) => candidateOf(copy, paths));
  const folders = [folderOf(main), ...paths, ...candidates.map(({ at }) => folderOf(at))];
  const image = setup.filesIn([...new Set(folders)]);
  // What may write the file that is read may take this one for it.
  if (paths.some((path) => image.mayDiffer(path)) || image.mayDiffer(main) || setup.isMounted(main)) return [];
  return candidates.flatMap(({ at, on }) => {
    const file = image.copied.get(at);
    const wanted = file && placeFor(file.source, baseName(at), main);
    if (!file || wanted === undefined || wanted === at || isSpokenOf(setup, at)) return [];
    return [{ at, on, source: file.source, wanted }];
  });
}

/** A copy of one file that may be a configuration, by where it goes. */
function candidateOf(
  { sources, target, to }: Copy,
  paths: readonly string[],
): readonly Pick<UnreadCopy, 'at' | 'on'>[] {
  const [source, other] = sources;
  if (!source || other || !to || !target?.startsWith('/')) return [];
  const at = target.endsWith('/') ? `${target}${baseName(source.text)}` : target;
  const isLikely = /\.(?:conf|ya?ml|json|template)$/.test(at) || paths.some((path) => isWithin(at, path));
  return isLikely && folderOf(at) !== '' ? [{ at, on: to }] : [];
}

/** Whether a variable, an argument or a command speaks of the file or its folder, so that somebody may read it. */
function isSpokenOf({ build, commandLine, container }: Setup, at: string): boolean {
  const texts = [
    ...container.texts.map(({ text }) => text ?? ''),
    ...commandLine.texts,
    ...build.runs.map(({ text }) => text),
    ...[...build.env.values()].map(({ on }) => on.text),
  ];
  return texts.some((text) => text.includes(folderOf(at)));
}

function placeForNginx(source: SourceText, name: string, main: string): string | undefined {
  const { directives } = parseNginx(source);
  const has = (wanted: string): boolean => directives.some(({ name, block }) => block && name.text === wanted);
  if (has('http')) return main;
  return has('server') ? `/etc/nginx/conf.d/${name.replace(/(?:\.\w+)?$/, '.conf')}` : undefined;
}

function hasKeys(source: SourceText, keys: readonly string[]): boolean {
  const root = rootOf(yamlOf(source));
  return root !== undefined && keys.every((key) => below(root, key).exists);
}
