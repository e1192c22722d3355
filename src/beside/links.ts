import { matchImage } from '../catalogue/image-index.ts';
import { groupBy } from '../group-by.ts';
import type { Container } from '../model/container.ts';
import { type Image, parseImage } from '../model/image.ts';
import type { Stated, Surroundings } from '../model/surroundings.ts';
import type { Workload } from '../model/workload.ts';
import { onceEach } from '../once.ts';
import { baseName, folderOf } from '../text/path.ts';
import { hidePlaceholders, maskCharacter } from '../text/placeholder.ts';
import type { SourceText } from '../tree/source-text.ts';
import type { BuildLine } from './build/build-line.ts';
import { buildLinesOf, mayHoldBuildLines } from './build/of-file.ts';
import { secretLinesOf } from './build/secrets.ts';
import { nameOfMark } from './build/shell-values.ts';
import { writtenFiles } from './build/written-files.ts';
import { folderName, nearestDockerfiles } from './dockerfiles.ts';
import { BoundedFiles, pathIn, SharedBudget, upwards } from './files.ts';
import { sameParts } from './same-image.ts';

/** A Dockerfile that belongs to a container, and what tied it. */
export interface Link {
  /** From the root. */
  readonly path: string;
  /** Its text. */
  readonly source: SourceText;
  /** The folders that its `COPY` may count from, from the root. */
  readonly contexts: readonly string[];
  /** The stage that is built; the last one where undefined. */
  readonly target: string | undefined;
  /** From 0 to 1. Errors need 0.8. */
  readonly certainty: number;
  /** What tied it, for people: `folder of the image's name`. */
  readonly because: string;
}

/** Of a folder that has nothing but the container's name; its last `FROM` may say more. */
export const doubtful = 0.7;

/** Folders that hold an image of the name, and what a person said. */
type Tie = Pick<Link, 'certainty' | 'because'> & {
  readonly path: string;
  readonly contexts?: readonly string[];
  readonly target?: string | undefined;
};

/** A build line as images are compared. */
type ParsedLine = BuildLine & {
  readonly parsed: Image;
  /** What the manifest may have in place of the image, since the file fills it in there: `%IMAGE_WEB%`. */
  readonly fillsIn: ReadonlySet<string>;
};

/** The containers of a workload with the Dockerfiles that belong to them. */
export class Links {
  /** What may be read, within the bounds of one manifest. */
  readonly files: BoundedFiles;
  readonly #manifest: string;
  readonly #byContainer = new Map<Container, Link | undefined>();
  #lines: readonly ParsedLine[] | undefined;
  #found: readonly { readonly source: SourceText; readonly path: string }[] | undefined;
  #dockerfiles: ReadonlyMap<string, readonly string[]> | undefined;
  #written: ReadonlySet<string> | undefined;

  /** @param manifest the manifest's own name */
  constructor(files: BoundedFiles, manifest: string) {
    this.files = files;
    this.#manifest = manifest;
  }

  /** The Dockerfile of a container; undefined where none certainly is its own. */
  of(container: Container): Link | undefined {
    if (!this.#byContainer.has(container)) this.#byContainer.set(container, this.#find(container));
    return this.#byContainer.get(container);
  }

  /** What the team says of a container; undefined where it says nothing. */
  statedOf({ name }: Container): Stated | undefined {
    return this.files.stated(name);
  }

  #find(container: Container): Link | undefined {
    const stated = this.statedOf(container);
    if (stated?.isOff) return undefined;
    if (stated?.dockerfile !== undefined) return this.#byStatement(stated, stated.dockerfile);
    const image = container.imageReference;
    if (!image) return undefined;
    const mayBeBuilt = /^[\w.-]+$/.test(image.text);
    const product = matchImage(image);
    if (product?.stock && product.weight >= 0.9 && !mayBeBuilt) return undefined;
    if (isOfOthers(image)) return undefined;
    const built = this.#byBuildLine(image);
    const named = this.#byFolder(container, image);
    if (built === 'disputed' || named === 'disputed') return undefined;
    if (built && named && built.path !== named.path) return undefined;
    const tie = built ?? named;
    if (!tie) return undefined;
    const source = this.files.read(tie.path);
    if (!source) return undefined;
    const contexts = tie.contexts ?? this.#usualContexts(tie.path);
    const certainty = built && named ? 0.95 : tie.certainty;
    return { path: tie.path, source, contexts, target: tie.target, certainty, because: tie.because };
  }

  #byStatement({ context, from }: Stated, path: string): Link | undefined {
    const source = this.files.read(path);
    const contexts = [context ?? folderOf(path)];
    return source && { path, source, contexts, target: undefined, certainty: 1, because: from };
  }

  #byBuildLine(image: Image): Tie | 'disputed' | undefined {
    const found: Tie[] = [];
    const variable = variableOf(image);
    for (const line of this.#buildLines) {
      const { source, span } = line.on;
      const isFilledIn = variable !== undefined && line.fillsIn.has(variable);
      const same = sameParts(line.parsed, image) ?? (isFilledIn ? 1 : undefined);
      if (same === undefined) continue;
      const place = this.#placeOf(line);
      if (place === undefined) return 'disputed';
      const where = span.end > 0 ? `${source.path}:${source.position(span.start).line}` : source.path;
      found.push({ ...place, target: line.target, certainty: same >= 2 ? 0.95 : 0.85, because: `built by ${where}` });
    }
    const [first] = found;
    if (!first) return undefined;
    const agree = found.every(({ path, target, contexts }) => {
      return path === first.path && target === first.target && String(contexts) === String(first.contexts);
    });
    return agree ? first : 'disputed';
  }

  /** Where a build line finds its Dockerfile; undefined where that is in no or in several places. */
  #placeOf({
    context,
    dockerfile,
    inContext,
    folders,
  }: BuildLine): { path: string; contexts: readonly string[] } | undefined {
    const places = new Map<string, string>();
    for (const folder of folders) {
      const inside = pathIn(folder, context);
      if (inside === undefined) continue;
      const names = dockerfile === undefined ? ['Dockerfile', 'Containerfile'] : [dockerfile];
      for (const name of names) {
        const base = dockerfile === undefined || inContext ? inside : folder;
        const path = pathIn(base, name);
        if (path !== undefined && this.files.has(path)) places.set(path, inside);
      }
    }
    const [place, other] = places;
    return place && !other ? { path: place[0], contexts: [place[1]] } : undefined;
  }

  /** By the last component of the image's name, or by the container's where that is a placeholder. */
  #byFolder(container: Container, image: Image): Tie | 'disputed' | undefined {
    const last = image.path.at(-1)?.toLowerCase();
    const name = container.name?.toLowerCase();
    const wanted = last ?? name;
    if (wanted === undefined) return undefined;
    // Other registries serve what others have built, under names that people give their folders too.
    if (last !== undefined && !/^(?:artifact-registry|container-registry|unknown)$/.test(image.registryKind))
      return undefined;
    const found = this.#dockerfilesByFolder.get(wanted) ?? [];
    const [path, other] = found;
    if (path === undefined) return undefined;
    if (other !== undefined) return 'disputed';
    if (last === undefined) return { path, certainty: doubtful, because: "folder of the container's name" };
    return { path, certainty: name === last ? 0.95 : 0.85, because: "folder of the image's name" };
  }

  /** Without a build line nobody says where `COPY` counts from: the folder of the Dockerfile, of the manifest, or the root. */
  #usualContexts(path: string): readonly string[] {
    return [...new Set([folderOf(path), this.files.folder, ''])];
  }

  get #dockerfilesByFolder(): ReadonlyMap<string, readonly string[]> {
    this.#dockerfiles ??= groupBy(nearestDockerfiles(this.files) ?? [], folderName);
    return this.#dockerfiles;
  }

  get #buildLines(): readonly ParsedLine[] {
    this.#lines ??= this.#readBuildLines();
    return this.#lines;
  }

  /** The file that a command puts into a secret; undefined where none does, or several do. */
  secretFile(name: string): { readonly source: SourceText; readonly because: string } | undefined {
    const found = new Map<string, string>();
    for (const { source, path } of this.#builders) {
      for (const { secret, file, folders } of secretLinesOf(source.text, path)) {
        if (secret !== name) continue;
        const places = folders.flatMap((folder) => pathIn(folder, file) ?? []).filter((place) => this.files.has(place));
        for (const place of places) found.set(place, source.path);
      }
    }
    const [only, other] = found;
    const source = only && !other ? this.files.read(only[0]) : undefined;
    return source && { source, because: only![1] };
  }

  /** Whether a command that builds or deploys writes a file of this name, so that what lies there now may not be what is copied. */
  isWritten(path: string): boolean {
    this.#written ??= new Set(this.#builders.flatMap(({ source, path: from }) => [...writtenFiles(source.text, from)]));
    return this.#written.has(baseName(path));
  }

  #readBuildLines(): readonly ParsedLine[] {
    return this.#builders.flatMap(({ source, path }) => {
      const isHere = hasName(source.text, this.#manifest);
      return buildLinesOf(source, path).map((line) => {
        const parsed = parseImage(line.image);
        const own = variableOf(parsed);
        const names = [...(line.variables ?? []), ...(own === undefined ? [] : [own])];
        return { ...line, parsed, fillsIn: new Set(isHere ? names : []) };
      });
    });
  }

  /** The files that may say how images are built, of the manifest's folder and those above it. */
  get #builders(): readonly { readonly source: SourceText; readonly path: string }[] {
    this.#found ??= [...this.#findBuilders()];
    return this.#found;
  }

  *#findBuilders(): Generator<{ readonly source: SourceText; readonly path: string }> {
    const { files } = this;
    const folders = [...upwards(files.folder)];
    if (files.has('.github')) folders.push('.github/workflows');
    for (const folder of folders) {
      for (const name of files.list(folder)) {
        const path = folder === '' ? name : `${folder}/${name}`;
        const isWanted = folder === '.github/workflows' ? /\.ya?ml$/.test(name) : mayHoldBuildLines(name);
        const source = isWanted ? files.read(path) : undefined;
        if (source) yield { source, path };
      }
    }
  }
}

/** Whether a text names a file, and not one whose name ends in the same way. */
function hasName(text: string, file: string): boolean {
  for (let at = text.indexOf(file); at >= 0; at = text.indexOf(file, at + 1)) {
    if (!/[\w.-]/.test(text[at - 1] ?? ' ') && !/[\w-]/.test(text[at + file.length] ?? ' ')) return true;
  }
  return false;
}

/** The variable that stands for an image as a whole, see `nameOfMark`; undefined where it is more or less than one. */
function variableOf({ text }: Image): string | undefined {
  const { text: hidden, hints } = hidePlaceholders(text);
  const [whole = ''] = hidden.split(':');
  if (whole === maskCharacter) return hints[0] && nameOfMark(hints[0]);
  // A word in capitals, as people write what is replaced.
  return /^[A-Z][A-Z0-9_-]*$/.test(whole) ? nameOfMark(whole) : undefined;
}

/** Projects whose images Google and others publish for everybody. */
const publicProjects: ReadonlySet<string> = new Set([
  'cloudrun',
  'cloud-ops-agents-artifacts',
  'google-samples',
  'cloud-sql-connectors',
  'alloydb-connectors',
  'cloud-spanner-pg-adapter',
  'endpoints-release',
  'google.com:cloudsdktool',
  'google-containers',
  'datadoghq',
]);

/** Whether an image is one that is published for everybody, so that no folder beside the manifest holds it. */
function isOfOthers({ registryKind, path }: Image): boolean {
  const isGoogles = registryKind === 'artifact-registry' || registryKind === 'container-registry';
  return isGoogles && path[0] !== undefined && publicProjects.has(path[0]);
}

/** The links of a workload, found once; undefined where it has one container alone, or no file may be read. */
export const linksOf = onceEach((workload: Workload): Links | undefined => {
  if (workload.containers.length < 2 || workload.containers.length > 100) return undefined;
  const files = workload.surroundings.filesAround?.();
  return (
    files && new Links(new BoundedFiles(files, budgetOf(workload.surroundings)), baseName(workload.field.source.path))
  );
});

const budgetOf = onceEach((_: Surroundings) => new SharedBudget());
