import { productById } from '../catalogue/by-id.ts';
import type { CommandLine } from '../model/command-line.ts';
import type { Container } from '../model/container.ts';
import type { Image } from '../model/image.ts';
import { baseName, isWithin } from '../text/path.ts';
import { collectorConfiguration } from './collector/configuration.ts';
import { type ImageBuild, isMakersScript, replacesMakersScript } from './dockerfile/image-build.ts';
import { envoyConfiguration } from './envoy/configuration.ts';
import type { ConfigFile, Configuration, VariableOf } from './facts.ts';
import type { BoundedFiles } from './files.ts';
import { ImageFiles } from './image-files.ts';
import { nginxConfiguration } from './nginx/configuration.ts';

/** What a reader of configurations has to know of a container. */
export interface Setup {
  /** The container. */
  readonly container: Container;
  /** What starts it, the image's own words included. */
  readonly commandLine: CommandLine;
  /** The image that its own is built from. */
  readonly base: Image;
  /** What the Dockerfile makes. */
  readonly build: ImageBuild;
  /** What the image has in the folders of this product. */
  filesIn(folders: readonly string[]): ImageFiles;
  /** A variable of the container. */
  readonly variableOf: VariableOf;
  /** Whether a volume may hide or bring a file. */
  isMounted(path: string): boolean;
}

/** By the id of the product in the image below. */
const readers: readonly (readonly [pattern: RegExp, read: (setup: Setup, id: string) => Configuration | undefined])[] =
  [
    [/^nginx(?:-unprivileged)?$/, nginxConfiguration],
    [/otel|^adot-collector$|^nrdot-collector/, collectorConfiguration],
    [/^envoy$/, envoyConfiguration],
  ];

/** What is known of a container, to be read with. */
export type Known = Omit<Setup, 'filesIn' | 'isMounted'>;

/**
 * What readers of a product's configuration have to know; undefined where it cannot be followed: where a script may write it,
 * or the product is one whose configuration we do not read.
 *
 * @param contexts the folders that `COPY` may count from
 * @param isWritten whether a command may write a file before it is copied
 * @param brought files that get into the container otherwise than by its Dockerfile
 */
export function setupFor(
  id: string,
  known: Known,
  files: BoundedFiles,
  contexts: readonly string[],
  isWritten: (path: string) => boolean,
  brought: readonly Brought[] = [],
): Setup | undefined {
  // A script may write a configuration, or fill it in.
  if (!readerFor(id) || known.commandLine.hidesArguments || startsScript(known)) return undefined;
  const { container, build } = known;
  const main = productById(id)?.config?.main;
  const placed = brought.map(
    ({ at, ...file }): ConfigFile => ({ ...file, at: at ?? usualPlace(id, main, file.source.path) }),
  );
  return {
    ...known,
    filesIn: (folders) => new ImageFiles(build, files, contexts, folders, isWritten, placed),
    isMounted: (path) =>
      container.field.get('volumeMounts').mayHoldMore ||
      container.mounts
        .filter(({ path: folder }) => !placed.some(({ at }) => folder !== undefined && isWithin(at, folder)))
        .some((mount) => mount.path === undefined || mount.holds(path) || mount.path.startsWith(`${path}/`)),
  };
}

function readerFor(id: string) {
  return readers.find(([pattern]) => pattern.test(id))?.[1];
}

/** What the configuration of a product says; undefined where it cannot be found, or a volume may hide it. */
export function readConfiguration(id: string, setup: Setup): Configuration | undefined {
  return readerFor(id)?.(setup, id);
}

/** A file that gets into a container. */
export type Brought = Omit<ConfigFile, 'at'> & {
  /** Where it lies there; undefined for where the product looks for it. */
  readonly at: string | undefined;
};

/** Where a product looks for a file of this name. */
function usualPlace(id: string, main: string | undefined, path: string): string {
  const name = baseName(path);
  if (!/^nginx/.test(id)) return main ?? '/';
  if (name === 'nginx.conf') return '/etc/nginx/nginx.conf';
  return name.endsWith('.template') ? `/etc/nginx/templates/${name}` : `/etc/nginx/conf.d/${name}`;
}

/** Whether what starts it is more than the program: several commands, or a script of one's own. */
export function startsScript({ build, commandLine }: Pick<Setup, 'build' | 'commandLine'>): boolean {
  const [first = ''] = commandLine.texts;
  const mayStartMakers = !commandLine.givesProgram || build.entrypoint === undefined || isMakersScript(first);
  if (mayStartMakers && replacesMakersScript(build)) return true;
  if (commandLine.isShell) return commandLine.isCompound || commandLine.script === undefined;
  return commandLine.mayWriteFiles && !isMakersScript(commandLine.program ?? '');
}
