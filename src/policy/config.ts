import { productIds } from '../catalogue/tables.ts';
import type { UserProduct } from '../catalogue/user-product.ts';
import type { Severity } from '../diagnostic.ts';
import type { Target } from '../model/surroundings.ts';
import type { Category } from '../rule.ts';
import { costOfGlob, refusedGlob } from '../text/glob.ts';
import { oneLine } from '../text/sentences.ts';
import { didYouMean } from '../text/suggest.ts';
import { Field, type Placed } from '../tree/field.ts';
import type { Source, SourceDocument } from '../tree/source.ts';
import type { Span } from '../tree/span.ts';
import { findDuplicateKeys } from '../yaml/duplicate-keys.ts';
import { YamlSource } from '../yaml/source.ts';
import type { ConfigProblem } from './config-problem.ts';
import { type ConfigContent, ConfigSchema } from './config-schema.ts';
import { type Level, profiles } from './profile.ts';
import { type ReadSchema, readBySchema } from './read-by-schema.ts';
import { namesOfAll } from './rule-names.ts';

/** A value with the place that it comes from, for people: `cloudrun-lint.yaml:4`, `command line`. */
export interface Configured<T> {
  /** What was decided. */
  readonly value: T;
  /** Who decided it. */
  readonly from: string;
}

/** Other severities for some files, services and containers. Selectors that are missing select all. */
export interface Override {
  /** Globs from the configuration file's folder. */
  readonly files: readonly string[] | undefined;
  /** Globs over names. */
  readonly services: readonly string[] | undefined;
  /** Globs over names of containers. */
  readonly containers: readonly string[] | undefined;
  /** By rule or category. */
  readonly levels: ReadonlyMap<string, Level>;
  /** What the file gives as the reason; undefined where it gives none. */
  readonly reason: string | undefined;
  /** Where it stands: `cloudrun-lint.yaml:12`. */
  readonly from: string;
}

/** What a file says belongs to a container. Selectors that are missing select all. */
export interface StatedBeside {
  /** Globs over manifests, from the configuration file's folder. */
  readonly files: readonly string[] | undefined;
  /** A name or a glob over names. */
  readonly container: string | undefined;
  /** The Dockerfile, from the configuration file's folder. */
  readonly dockerfile: string | undefined;
  /** What `COPY` counts from; the Dockerfile's folder where undefined. */
  readonly context: string | undefined;
  /** Files that the product reads, from the configuration file's folder. */
  readonly config: readonly string[];
  /** The folder in the container that these lie in; undefined for the product's own. */
  readonly at: string | undefined;
  /** Whether nothing shall be read. */
  readonly isOff: boolean;
  /** Where it stands: `cloudrun-lint.yaml:12`. */
  readonly from: string;
  /** The paths of files, each where it stands. */
  readonly paths: readonly Field<unknown>[];
}

/** A configuration file, checked. */
export interface Config {
  /** As people name it. */
  readonly path: string;
  /** Profiles and other files, in order. */
  readonly extends: readonly { readonly name: string; readonly on: Placed }[];
  /** By rule or category. */
  readonly levels: ReadonlyMap<string, Configured<Level>>;
  /** Globs from the configuration file's folder; [] where it has none. */
  readonly exclude: readonly string[];
  /** In their order, of which the last that matches counts. */
  readonly overrides: readonly Override[];
  /** The team's own products. */
  readonly catalogue: readonly UserProduct[];
  /** What belongs to which container, in order; the first that matches counts. */
  readonly beside: readonly StatedBeside[];
  /** By rule or category: where it is locked. */
  readonly locked: ReadonlyMap<string, string>;
  /** The file of known findings, as written. */
  readonly baseline: Configured<string> | undefined;
  /** Which services are linted; undefined where it says nothing, so for all below. */
  readonly target: Configured<Target> | undefined;
  /** The mildest severity that makes a run fail. */
  readonly failOn: Configured<Severity | 'never'> | undefined;
  /** How many warnings do not make a run fail; a whole number from 0 up. */
  readonly maxWarnings: Configured<number> | undefined;
}

/** A configuration, or what is wrong with it. */
export type ParsedConfig = { readonly config: Config } | { readonly problems: readonly ConfigProblem[] };

/** So many mistakes of one file are told. */
const maxProblems = 20;

/** Ends the reading of a file in which there are more mistakes than are told. */
class TooMany extends Error {}

/** Reads a configuration file. Its mistakes are reported, the first twenty at most; one is enough to refuse it. */
export function parseConfig(path: string, text: string, categories: readonly Category[]): ParsedConfig {
  const problems: ConfigProblem[] = [];
  const add = ({ on, message }: ConfigProblem): void => {
    if (problems.length === maxProblems) throw new TooMany();
    problems.push({ on, message: oneLine(message) });
  };
  try {
    const config = read(new YamlSource(path, text), categories, add);
    return config && problems.length === 0 ? { config } : { problems };
  } catch (error) {
    if (error instanceof TooMany) return { problems };
    throw error;
  }
}

/** What a file says; undefined where it cannot be read so far. */
function read(source: YamlSource, categories: readonly Category[], add: (problem: ConfigProblem) => void) {
  let isRight = true;
  const report = (problem: ConfigProblem): void => {
    isRight = false;
    add(problem);
  };
  const [first, second] = source.documents;
  if (first?.problem) report({ on: placeOf(source, first.problem), message: first.problem.message });
  else if (second)
    report({ on: placeOf(source, spanOf(second)), message: 'A configuration is one document, not several.' });
  if (!isRight) return undefined;
  if (!first) return new Reading(source.path, undefined, {}).config;
  const root = Field.root<ConfigContent>(first);
  for (const { again, name } of findDuplicateKeys(root as Field<unknown>)) {
    report({ on: again, message: `"${name}" is written twice.` });
  }
  const content = readBySchema(root as Field<unknown>, ConfigSchema as unknown as ReadSchema, report) as ConfigContent;
  if (isRight) new Check(root, categories, report).run(content ?? {});
  return isRight ? new Reading(source.path, root, content ?? {}).config : undefined;
}

function spanOf({ root, problem }: SourceDocument): Span {
  return problem ?? { start: root?.span.start ?? 0, end: root?.span.start ?? 0 };
}

function placeOf(source: Source, span: Span): Placed {
  return { source, span, path: [], stablePath: [] };
}

type Root = Field<ConfigContent>;

/** No configuration has more globs: each of them is tried on every file. */
const mostGlobs = 1000;

/** Those with wildcards have no more characters in all, for everything that their braces stand for. */
const mostOfGlobs = 20_000;

function globsOf(override: Field<unknown>): readonly Field<unknown>[] {
  return ['files', 'service', 'container'].map((name) => at(override, name));
}

/** What the schema cannot say: which rules, categories, products and profiles there are. */
class Check {
  readonly #root: Root;
  readonly #ids: ReadonlySet<string>;
  readonly #report: (problem: ConfigProblem) => void;

  constructor(root: Root, categories: readonly Category[], report: (problem: ConfigProblem) => void) {
    this.#root = root;
    this.#ids = namesOfAll(categories);
    this.#report = report;
  }

  run({ rules = {}, overrides = [], locked, catalogue = [] }: ConfigContent): void {
    const root = this.#root as Field<unknown>;
    if (at(root, 'baseline').text?.trim() === '') this.#add(at(root, 'baseline'), 'This names no file.');
    for (const id of Object.keys(rules)) this.#known(id, at(root, 'rules', id).key);
    for (const field of texts(at(root, 'locked'), locked)) this.#known(field.text ?? '', field);
    for (const field of texts(at(root, 'extends'), this.#root.get('extends').exists)) this.#extendable(field);
    for (const [index, override] of overrides.entries()) {
      const field = at(root, 'overrides').items[index] as Field<unknown>;
      for (const id of Object.keys(override.rules)) this.#known(id, at(field, 'rules', id).key);
      if (override.reason?.trim() || !Object.values(override.rules).includes('off')) continue;
      const off = Object.keys(override.rules).find((id) => override.rules[id] === 'off') ?? '';
      this.#add(at(field, 'rules', off), `An override that switches a rule off says why: add "reason".`);
    }
    for (const [index, entry] of catalogue.entries()) {
      const field = at(root, 'catalogue').items[index] as Field<unknown>;
      this.#product(entry, field);
    }
    const beside = at(root, 'beside');
    if (beside.isScalar && beside.text !== 'false' && !beside.isNull) {
      this.#add(beside, 'This has to be a list, or false.');
    }
    this.#globs([
      at(root, 'exclude'),
      ...(at(root, 'catalogue').items as readonly Field<unknown>[]).map((one) => at(one, 'image')),
      ...(beside.items as readonly Field<unknown>[]).flatMap((one) =>
        ['files', 'container', 'config'].map((name) => at(one, name)),
      ),
      ...(at(root, 'overrides').items as readonly Field<unknown>[]).flatMap(globsOf),
    ]);
  }

  /** What can only be followed at a cost that nobody would want. */
  #globs(lists: readonly Field<unknown>[]): void {
    let left = mostGlobs;
    let cost = 0;
    for (const field of lists.flatMap((globs) => texts(globs, globs.exists))) {
      const reason = refusedGlob(field.text ?? '');
      if (reason) this.#add(field, `This glob ${reason}.`);
      if (left-- === 0) this.#add(field, 'There are more than 1,000 globs in this file. Write fewer, wider ones.');
      const before = cost;
      cost += reason === undefined ? costOfGlob(field.text ?? '') : 0;
      if (before <= mostOfGlobs && cost > mostOfGlobs) {
        this.#add(
          field,
          'The globs of this file have more than 20,000 characters, braces written out. Write fewer, wider ones.',
        );
      }
    }
  }

  #known(id: string, on: Placed): void {
    if (!this.#ids.has(id)) this.#add(on, `There is no rule or category "${id}".${didYouMean(id, this.#ids)}`);
  }

  #extendable(field: Field<unknown>): void {
    const name = field.text ?? '';
    if (Object.hasOwn(profiles, name) || isFile(name)) return;
    const hint = didYouMean(name, Object.keys(profiles)) || ` A file is named with its folder: "./${name}".`;
    this.#add(field, `There is no profile "${name}".${hint}`);
  }

  #product({ product, role, ports }: UserProduct, field: Field<unknown>): void {
    if (product !== undefined && !productIds.includes(product)) {
      this.#add(at(field, 'product'), `There is no product "${product}".${didYouMean(product, productIds)}`);
    } else if (product === undefined && role === undefined && ports === undefined) {
      this.#add(at(field, 'image'), 'This entry says nothing of the image: add "product", "role" or "ports".');
    }
  }

  #add(on: Placed, message: string): void {
    this.#report({ on, message });
  }
}

/** Gives the content of a file the places that it comes from. */
class Reading {
  readonly config: Config;
  readonly #path: string;
  readonly #root: Field<unknown> | undefined;

  constructor(path: string, root: Root | undefined, content: ConfigContent) {
    this.#path = path;
    this.#root = root as Field<unknown> | undefined;
    const {
      rules = {},
      overrides = [],
      exclude,
      catalogue = [],
      beside,
      baseline,
      target,
      failOn,
      maxWarnings,
    } = content;
    this.config = {
      path,
      extends: this.#texts('extends', content.extends).map((on) => ({ name: on.text ?? '', on })),
      levels: new Map(Object.entries(rules).map(([id, value]) => [id, { value, from: this.#from('rules', id) }])),
      exclude: list(exclude) ?? [],
      overrides: overrides.map((override, index): Override => {
        return {
          files: list(override.files),
          services: list(override.service),
          containers: list(override.container),
          levels: new Map(Object.entries(override.rules)),
          reason: override.reason?.trim(),
          from: this.#from('overrides', index),
        };
      }),
      catalogue: catalogue as readonly UserProduct[],
      beside: this.#beside(beside),
      locked: new Map(this.#texts('locked', content.locked).map((field) => [field.text ?? '', this.#line(field)])),
      baseline: this.#setting('baseline', baseline),
      target: this.#setting('target', target as Target | undefined),
      failOn: this.#setting('failOn', failOn),
      maxWarnings: this.#setting('maxWarnings', maxWarnings),
    };
  }

  #beside(content: ConfigContent['beside']): readonly StatedBeside[] {
    const nothing = {
      files: undefined,
      container: undefined,
      dockerfile: undefined,
      context: undefined,
      config: [],
      at: undefined,
    };
    if (content === undefined) return [];
    if (content === 'false') return [{ ...nothing, isOff: true, from: this.#from('beside'), paths: [] }];
    return content.map((one, index): StatedBeside => {
      const field = at(this.#root!, 'beside', index);
      return {
        files: list(one.files),
        container: one.container,
        dockerfile: one.dockerfile,
        context: one.context,
        config: list(one.config) ?? [],
        at: one.at,
        isOff: one.beside === 'false',
        from: this.#from('beside', index),
        paths: [...texts(at(field, 'dockerfile'), one.dockerfile), ...texts(at(field, 'config'), one.config)],
      };
    });
  }

  #texts(key: string, value: unknown): readonly Field<unknown>[] {
    return this.#root ? texts(at(this.#root, key), value) : [];
  }

  #setting<T>(key: string, value: T | undefined): Configured<T> | undefined {
    return value === undefined ? undefined : { value, from: this.#from(key) };
  }

  #from(...path: readonly (string | number)[]): string {
    return this.#root ? this.#line(at(this.#root, ...path)) : this.#path;
  }

  #line({ source, span }: Placed): string {
    return `${this.#path}:${source.position(span.start).line}`;
  }
}

/** Whether an `extends` means a file: a path with a folder, or an ending. */
export function isFile(name: string): boolean {
  return /[/\\]|\.(?:ya?ml|json)$/.test(name);
}

function at(field: Field<unknown>, ...path: readonly (string | number)[]): Field<unknown> {
  return path.reduce<Field<unknown>>((outer, segment) => {
    return (typeof segment === 'number' ? outer.items[segment]! : outer.get(segment as never)) as Field<unknown>;
  }, field);
}

/** The fields of a text or of a list of texts. */
function texts(field: Field<unknown>, value: unknown): readonly Field<unknown>[] {
  if (value === undefined || value === false) return [];
  return field.isList ? (field.items as readonly Field<unknown>[]) : [field];
}

function list(value: string | readonly string[] | undefined): readonly string[] | undefined {
  return typeof value === 'string' ? [value] : value;
}
