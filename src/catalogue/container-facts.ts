import type { CommandLine } from '../model/command-line.ts';
import type { Container } from '../model/container.ts';
import type { BaseImage, ContainerFacts } from './match.ts';

/**
 * A container as the catalogue asks about it; the longer lists are made only where the image does not tell. A class,
 * since V8 keeps what getters of an object literal reach until it collects all of its memory.
 */
export class KnownFacts implements ContainerFacts {
  readonly #container: Container;
  readonly name: string | undefined;
  readonly image: Container['imageReference'];
  readonly hasPorts: boolean;
  readonly isOnly: boolean;
  readonly base: BaseImage | undefined;
  readonly commandLine: CommandLine;

  /**
   * @param commandLine what starts it, where more is known of it than the manifest says
   * @param base what its image is built from, where that is known
   */
  constructor(container: Container, commandLine: CommandLine = container.commandLine, base?: BaseImage) {
    this.#container = container;
    this.commandLine = commandLine;
    this.base = base;
    this.name = container.name;
    this.image = container.imageReference;
    this.hasPorts = container.hasPorts;
    this.isOnly = container.workload.containers.length === 1;
  }

  /** skaffold puts what it has built in place of a bare name, and Cloud Deploy what a release names. */
  get mayBeBuilt(): boolean {
    const { image } = this;
    const isBare = image !== undefined && /^[\w.-]+$/.test(image.text);
    return isBare && this.#container.workload.surroundings.deployer() === 'skaffold';
  }

  get env(): readonly string[] {
    return this.#container.env.flatMap(({ name }) => name ?? []);
  }

  get mountPaths(): readonly string[] {
    return this.#container.mounts.flatMap(({ path }) => path ?? []);
  }

  get probePorts(): readonly number[] {
    return this.#container.probes.flatMap(({ port }) => port.value ?? []);
  }
}
