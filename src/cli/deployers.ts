import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Deployer } from '../model/surroundings.ts';
import { deployerFiles } from '../policy/surrounding-files.ts';
import type { Neighbours } from './neighbours.ts';

/** Who deploys the files of a folder, by what lies there or above it; a repository's root is the last one asked. */
export class Deployers {
  readonly #byFolder = new Map<string, Deployer>();
  readonly #neighbours: Neighbours;

  constructor(neighbours: Neighbours) {
    this.#neighbours = neighbours;
  }

  /** gcloud where nothing speaks of another, or what does cannot be read. */
  of(folder: string): Deployer {
    let deployer = this.#byFolder.get(folder);
    if (deployer === undefined) {
      const above = dirname(folder);
      if ([...deployerFiles].some(([name, pattern]) => pattern.test(this.#neighbours.read(join(folder, name)) ?? '')))
        deployer = 'skaffold';
      else deployer = above === folder || existsSync(join(folder, '.git')) ? 'gcloud' : this.of(above);
      this.#byFolder.set(folder, deployer);
    }
    return deployer;
  }
}
