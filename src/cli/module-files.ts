import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Neighbours } from './neighbours.ts';

/** The most files of a folder that are looked through for local values. */
const most = 100;

/** The Terraform files of a folder, which make one module together. */
export class ModuleFiles {
  readonly #byFolder = new Map<string, ReadonlyMap<string, string>>();
  readonly #neighbours: Neighbours;

  constructor(neighbours: Neighbours) {
    this.#neighbours = neighbours;
  }

  /** The texts of the other files beside one that may hold local values; [] where the folder cannot be read. */
  beside(absolute: string): readonly string[] {
    const folder = dirname(absolute);
    let texts = this.#byFolder.get(folder);
    if (!texts) {
      texts = this.#read(folder);
      this.#byFolder.set(folder, texts);
    }
    return [...texts].filter(([name]) => name !== basename(absolute)).map(([, text]) => text);
  }

  #read(folder: string): ReadonlyMap<string, string> {
    const names = namesIn(folder).filter((name) => /\.(?:tf|tofu)$/.test(name));
    const read = names.slice(0, most).map((name) => [name, this.#neighbours.read(join(folder, name)) ?? ''] as const);
    return new Map(read.filter(([, text]) => /^[ \t]*locals\b/m.test(text)));
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}
