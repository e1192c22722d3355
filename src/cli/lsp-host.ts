import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { categories, rules } from '../../rules/index.ts';
import { globsBeside } from '../beside/file-names.ts';
import { isTerraform } from '../dialect/terraform/file.ts';
import type { Knowledge } from '../editor/knowledge.ts';
import type { Analyse } from '../editor/open-file.ts';
import { analyse } from '../lint.ts';
import type { Holding, Host, Manifest, Trouble } from '../lsp/host.ts';
import { toRange } from '../lsp/places.ts';
import { configNames } from '../policy/config-names.ts';
import type { ConfigRefusal } from '../policy/config-problem.ts';
import { lintOptionsOf } from '../policy/lint-options.ts';
import { overridesOf } from '../policy/overrides.ts';
import { type Policy, policyForFile } from '../policy/policy.ts';
import type { Arguments } from './args.ts';
import type { BaselineFile } from './baseline-file.ts';
import { Baselines } from './baselines.ts';
import { Bounds } from './bounds.ts';
import { Deployers } from './deployers.ts';
import { discover } from './discover.ts';
import { FilesBeside } from './files-beside.ts';
import { type Io, UsageError } from './io.ts';
import { Kustomizations } from './kustomizations.ts';
import { ModuleFiles } from './module-files.ts';
import { Neighbours } from './neighbours.ts';
import { withPages } from './pages.ts';
import { defaultBaseline, deploymentNames, displayPath, withForwardSlashes } from './paths.ts';
import { isRefusal, Policies } from './policies.ts';
import { decode, readOrdinary } from './read.ts';
import { RepositoryFiles } from './repository-files.ts';
import { readSchema } from './schema-command.ts';

/** What is read around manifests, until something of it changes. */
interface Surroundings {
  readonly policies: Policies;
  readonly deployers: Deployers;
  readonly kustomizations: Kustomizations;
  readonly moduleFiles: ModuleFiles;
  readonly repositoryFiles: RepositoryFiles;
  readonly baselines: Baselines;
}

const watchedNames = [...configNames, defaultBaseline, ...deploymentNames, '.gitignore'];

const nowhere = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** The file system for the language server: each file is judged as the command line would judge it in the same folder. */
export class DiskHost implements Host {
  readonly knowledge: Knowledge = readKnowledge();
  readonly watched: readonly string[];
  readonly #asked: Arguments;
  readonly #io: Io;
  readonly #names: ReadonlySet<string>;
  /** By folder: the policy that counted last, for as long as a configuration is broken. */
  readonly #lastGood = new Map<string, Policy>();
  readonly #refusals = new Set<ConfigRefusal>();
  #baselineTrouble: Trouble | undefined;
  #surroundings: Surroundings;
  #openText: (uri: string) => string | undefined = () => undefined;

  /** Throws a `UsageError` where the command line asks for what there is not. */
  constructor(asked: Arguments, io: Io) {
    this.#asked = asked;
    this.#io = io;
    const given = [asked.config, asked.baseline].filter((name) => typeof name === 'string');
    this.#names = new Set([...watchedNames, ...given.map((name) => basename(name))]);
    this.watched = [...[...this.#names].map((name) => `**/${name}`), '**/*.{tf,tofu}', ...globsBeside];
    this.#surroundings = this.#read(new Baselines(asked, io.cwd));
  }

  troubles(): readonly Trouble[] {
    const ofBaseline = this.#baselineTrouble ? [this.#baselineTrouble] : [];
    return [...[...this.#refusals].flatMap((refusal) => this.#troublesOf(refusal)), ...ofBaseline];
  }

  lookInto(openText: (uri: string) => string | undefined): void {
    this.#openText = openText;
  }

  async savedText(uri: string): Promise<string | undefined> {
    const content = uri.startsWith('file:') ? decode(readOrdinary(this.#placeOf(uri))) : undefined;
    return content && 'text' in content ? content.text : undefined;
  }

  async holdingFor(uri: string): Promise<Holding> {
    const absolute = this.#placeOf(uri);
    const path = displayPath(absolute, this.#io.cwd);
    const { policies } = this.#surroundings;
    const folder = dirname(absolute);
    const found = await policies.for(absolute);
    if (isRefusal(found)) this.#refusals.add(found);
    else this.#lastGood.set(folder, found);
    const policy = this.#lastGood.get(folder);
    if (!policy || policy.isExcluded(withForwardSlashes(absolute))) return { path, analyse: undefined };
    const { repositoryFiles } = this.#surroundings;
    const root = repositoryFiles.rootOf(absolute);
    const beside = new FilesBeside(repositoryFiles.around(absolute, policy.beside));
    return {
      path,
      analyse: this.#analyseBy(policy, absolute, path, beside),
      around: {
        hasChanged: () => beside.hasChanged(),
        read: () => beside.present.map((name) => this.uriOf(join(root, name))),
      },
    };
  }

  async *manifestsIn(folder: string): AsyncGenerator<Manifest> {
    for await (const row of discover([this.#placeOf(folder)], this.#io.cwd)) {
      for (const found of row) {
        const content = 'absolute' in found && decode(readOrdinary(found.absolute));
        if (content && 'text' in content) yield { uri: this.uriOf(found.absolute), text: content.text };
      }
    }
  }

  uriOf(path: string): string {
    return pathToFileURL(resolve(this.#io.cwd, path)).href;
  }

  canonical(uri: string): string {
    return this.uriOf(this.#placeOf(uri));
  }

  isWatched(uri: string): boolean {
    const name = basename(this.#placeOf(uri));
    return this.#names.has(name) || isTerraform(name);
  }

  reload(): void {
    this.#refusals.clear();
    this.#baselineTrouble = undefined;
    this.#surroundings = this.#read(this.#reopenBaselines());
  }

  #analyseBy(policy: Policy, absolute: string, path: string, beside: FilesBeside): Analyse {
    const baseline = this.#baselineOf(policy);
    const { deployers, kustomizations, moduleFiles } = this.#surroundings;
    const options = lintOptionsOf(policy, policyForFile(policy, withForwardSlashes(absolute), categories), categories, {
      explicit: false,
      ignoreComments: this.#asked.ignoreComments,
      deployer: () => deployers.of(dirname(absolute)),
      isPatch: () => kustomizations.isPatch(absolute),
      moduleFiles: () => moduleFiles.beside(absolute),
      filesAround: () => beside,
      overridesAt: (other) => overridesOf(policy, withForwardSlashes(resolve(this.#io.cwd, other))),
    });
    return (text) => {
      const analysis = analyse(path, text, options);
      if (!baseline) return analysis;
      return { ...analysis, diagnostics: baseline.compare(absolute, analysis.diagnostics).diagnostics };
    };
  }

  #read(baselines: Baselines): Surroundings {
    const { cwd } = this.#io;
    const bounds = new Bounds(cwd);
    const neighbours = new Neighbours(cwd, bounds);
    const openText = (absolute: string): string | undefined => this.#openText(this.uriOf(absolute));
    return {
      policies: new Policies(this.#asked, cwd),
      deployers: new Deployers(neighbours),
      kustomizations: new Kustomizations(neighbours),
      moduleFiles: new ModuleFiles(neighbours),
      repositoryFiles: new RepositoryFiles(cwd, bounds, () => {}, openText),
      baselines,
    };
  }

  /** The baseline of a policy; none while it cannot be read. */
  #baselineOf(policy: Policy): BaselineFile | undefined {
    try {
      return this.#surroundings.baselines.for(policy);
    } catch (error) {
      this.#tellOfBaseline(error, policy.baseline?.value ?? '');
      return undefined;
    }
  }

  /** The baselines as they are now, or as they were where the one that was named cannot be read any more. */
  #reopenBaselines(): Baselines {
    try {
      return new Baselines(this.#asked, this.#io.cwd);
    } catch (error) {
      this.#tellOfBaseline(error, this.#asked.baseline ?? '');
      return this.#surroundings.baselines;
    }
  }

  #tellOfBaseline(error: unknown, name: string): void {
    if (!(error instanceof UsageError)) throw error;
    this.#baselineTrouble = { uri: this.uriOf(name), range: nowhere, message: error.message };
  }

  #troublesOf(refusal: ConfigRefusal): readonly Trouble[] {
    if ('unreadable' in refusal)
      return [{ uri: this.uriOf(refusal.file), range: nowhere, message: refusal.unreadable }];
    return refusal.problems.map(({ on: { source, span }, message }) => ({
      uri: this.uriOf(source.path),
      range: toRange(source.range(span)),
      message,
    }));
  }

  /** Where a document lies, or would lie if it were saved: one without a file in the working directory. */
  #placeOf(uri: string): string {
    try {
      if (uri.startsWith('file:')) return fileURLToPath(uri);
    } catch {
      // An address that is no path on this system is a document like one that was never saved.
    }
    return resolve(this.#io.cwd, basename(uri.split(/[?#]/, 1)[0]!) || 'untitled.yaml');
  }
}

function readKnowledge(): Knowledge {
  const pages = new Map<string, ReturnType<Knowledge['page']>>();
  const schemas = new Map<string, ReturnType<Knowledge['schema']>>();
  return {
    page(id) {
      const rule = rules.find((known) => known.id === id);
      if (rule && !pages.has(id)) pages.set(id, withPages([rule])[0]);
      return pages.get(id);
    },
    schema(kind) {
      const schema = schemas.get(kind) ?? JSON.parse(readSchema(kind));
      schemas.set(kind, schema);
      return schema;
    },
  };
}
