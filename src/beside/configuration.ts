import type { CommandLine } from '../model/command-line.ts';
import type { Container } from '../model/container.ts';
import type { Image } from '../model/image.ts';
import { collectorConfiguration } from './collector/configuration.ts';
import type { ImageBuild } from './dockerfile/image-build.ts';
import { envoyConfiguration } from './envoy/configuration.ts';
import type { Configuration, VariableOf } from './facts.ts';
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

/**
 * What the configuration of a product says; undefined where it cannot be found or followed: where a script may write it,
 * a volume may hide it, or the product is one whose configuration we do not read.
 *
 * @param contexts the folders that `COPY` may count from
 */
export function readConfiguration(
  id: string,
  setup: Omit<Setup, 'filesIn' | 'isMounted'>,
  files: BoundedFiles,
  contexts: readonly string[],
): Configuration | undefined {
  const reader = readers.find(([pattern]) => pattern.test(id));
  // A script may write a configuration, or fill it in.
  if (!reader || setup.commandLine.hidesArguments || startsScript(setup.commandLine)) return undefined;
  const { container, build } = setup;
  return reader[1](
    {
      ...setup,
      filesIn: (folders) => new ImageFiles(build, files, contexts, folders),
      isMounted: (path) =>
        container.field.get('volumeMounts').mayHoldMore ||
        container.mounts.some(
          (mount) => mount.path === undefined || mount.holds(path) || mount.path.startsWith(`${path}/`),
        ),
    },
    id,
  );
}

/** Whether what starts it is more than the program: several commands, or a script of one's own. */
function startsScript(commandLine: CommandLine): boolean {
  if (commandLine.isShell) return commandLine.isCompound || commandLine.script === undefined;
  return commandLine.mayWriteFiles && commandLine.program !== 'docker-entrypoint.sh';
}
