import type { Diagnostic } from 'vscode-languageserver';

/** What was found with manifests and lies in files beside them. Several manifests may share a file. */
export class Elsewhere {
  /** By manifest, then by file. */
  readonly #found = new Map<string, ReadonlyMap<string, readonly Diagnostic[]>>();

  /**
   * Takes what is found with a manifest from now on.
   *
   * @returns the files whose findings are others now
   */
  take(manifest: string, found: ReadonlyMap<string, readonly Diagnostic[]>): readonly string[] {
    const before = this.#found.get(manifest) ?? new Map<string, readonly Diagnostic[]>();
    const files = [...new Set([...before.keys(), ...found.keys()])];
    const shown = files.map((file) => JSON.stringify(this.at(file)));
    if (found.size > 0) this.#found.set(manifest, found);
    else this.#found.delete(manifest);
    return files.filter((file, i) => JSON.stringify(this.at(file)) !== shown[i]);
  }

  /** What lies in a file, whichever manifests it was found with; the same is said once. */
  at(file: string): Diagnostic[] {
    const said = new Set<string>();
    return [...this.#found.values()]
      .flatMap((byFile) => byFile.get(file) ?? [])
      .filter(({ code, range, message }) => {
        const saying = JSON.stringify([code, range, message]);
        return !said.has(saying) && said.add(saying);
      });
  }
}
