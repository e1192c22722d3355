import { categories, rules } from '../../../rules/index.ts';
import { globsBeside, mayLieBeside } from '../../beside/file-names.ts';
import { pathIn } from '../../beside/files.ts';
import { isTerraform } from '../../dialect/terraform/file.ts';
import type { Knowledge } from '../../editor/knowledge.ts';
import { analyse } from '../../lint.ts';
import type { JsonSchema, PublishedKind } from '../../model/json-schema.ts';
import { publishedSchema } from '../../model/json-schema.ts';
import type { Deployer } from '../../model/surroundings.ts';
import { statedFor } from '../../policy/compiled-beside.ts';
import { configNames } from '../../policy/config-names.ts';
import { lintOptionsOf } from '../../policy/lint-options.ts';
import { overridesOf } from '../../policy/overrides.ts';
import { makePolicy, type Policy, policyForFile } from '../../policy/policy.ts';
import { deployerFiles, kustomizationNames, patchesIn } from '../../policy/surrounding-files.ts';
import type { RulePage } from '../../rule.ts';
import { baseName, pathBelow } from '../../text/path.ts';
import { markBefore, SourceText } from '../../tree/source-text.ts';
import type { Holding, Host, Manifest, Trouble } from '../host.ts';
import type { ClientFiles } from './client-files.ts';
import { ClientFilesAround } from './client-files-around.ts';
import { readPolicy } from './read-policy.ts';
import { folderOf, inFolder, pathOf, upwards } from './uri.ts';

const noPolicy = makePolicy([], { levels: new Map() }, categories);
const nowhere = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
const watchedNames = [...configNames, ...kustomizationNames, ...deployerFiles.keys(), '.gitignore'];
const manifestPattern = '**/*.{yaml,yml,tf,tofu}';

/** The world for a server without a file system, as in a browser: what the client reads for it. */
export class ClientHost implements Host {
  readonly knowledge: Knowledge = knowledgeOfSources();
  readonly watched: readonly string[] = [...watchedNames.map((name) => `**/${name}`), '**/*.{tf,tofu}', ...globsBeside];
  readonly #files: ClientFiles;
  /** By the address of a configuration, or the folder that has none. */
  #policies = new Map<string, ReturnType<typeof readPolicy>>();
  /** By the address of a configuration: the policy that counted last, for as long as it is broken. */
  readonly #lastGood = new Map<string, Policy>();
  readonly #uris = new Map<string, string>();
  readonly #sources = new Map<string, SourceText>();
  #openText: (uri: string) => string | undefined = () => undefined;
  #troubles = new Map<string, readonly Trouble[]>();

  constructor(files: ClientFiles) {
    this.#files = files;
  }

  troubles(): readonly Trouble[] {
    return [...this.#troubles.values()].flat();
  }

  lookInto(openText: (uri: string) => string | undefined): void {
    this.#openText = openText;
  }

  async savedText(uri: string): Promise<string | undefined> {
    return (await this.#files.read([uri]))[0];
  }

  async holdingFor(uri: string): Promise<Holding> {
    const path = this.#nameOf(uri);
    const root = await this.#files.rootOf(uri);
    const folders = root === undefined ? [] : upwards(folderOf(uri), root);
    const policy = root === undefined ? noPolicy : await this.#policyIn(folders, root);
    if (!policy || policy.isExcluded(path)) return { path, analyse: undefined };
    const deployer = await this.#deployerIn(folders);
    const isPatch = (await this.#patchesIn(folders)).has(uri);
    const modules = isTerraform(path) && root !== undefined ? await this.#moduleFiles(uri) : [];
    const beside = root === undefined ? undefined : this.#filesAround(uri, root, policy);
    const options = lintOptionsOf(policy, policyForFile(policy, path, categories), categories, {
      explicit: false,
      deployer: () => deployer,
      isPatch: () => isPatch,
      moduleFiles: () => modules,
      filesAround: () => beside,
      overridesAt: (other) => overridesOf(policy, other),
    });
    const around = beside && {
      hasChanged: () => beside.hasChanged(),
      read: () => beside.present,
      bring: () => beside.bring(),
    };
    return { path, analyse: (text) => analyse(path, text, options), ...(around && { around }) };
  }

  async *manifestsIn(folder: string): AsyncGenerator<Manifest> {
    for (const uri of await this.#files.find(folder, manifestPattern)) {
      if (configNames.some((name) => uri.endsWith(`/${name}`))) continue;
      const [text] = await this.#files.read([uri]);
      if (text !== undefined) yield { uri, text };
    }
  }

  uriOf(path: string): string {
    return this.#uris.get(path) ?? path;
  }

  canonical(uri: string): string {
    return uri;
  }

  isWatched(uri: string): boolean {
    const name = baseName(pathOf(uri));
    return isTerraform(name) || watchedNames.includes(name) || mayLieBeside(name);
  }

  reload(): void {
    this.#files.forget();
    this.#policies = new Map();
    this.#troubles = new Map();
  }

  /** What findings call a file. */
  #nameOf(uri: string): string {
    const path = pathOf(uri);
    this.#uris.set(path, uri);
    return path;
  }

  #filesAround(uri: string, root: string, { beside }: Policy): ClientFilesAround {
    const rootPath = pathOf(root);
    const placed = (path: string, folder: string): string | undefined =>
      pathIn(folder === rootPath ? '' : (pathBelow(folder, rootPath) ?? ''), path);
    const sight = {
      files: this.#files,
      openText: (other: string) => this.#openText(other),
      sourceOf: (other: string, text: string) => this.#sourceOf(other, text),
    };
    return new ClientFilesAround(uri, root, sight, statedFor(beside, pathOf(uri), placed));
  }

  #sourceOf(uri: string, given: string): SourceText {
    const text = given.slice(markBefore(given).length);
    const kept = this.#sources.get(uri);
    if (kept?.text === text) return kept;
    const source = new SourceText(this.#nameOf(uri), text);
    this.#sources.set(uri, source);
    return source;
  }

  async #policyIn(folders: readonly string[], root: string): Promise<Policy | undefined> {
    for (const folder of folders) {
      const uris = configNames.map((name) => inFolder(folder, name));
      const texts = await this.#files.read(uris);
      const [uri, second] = uris.filter((_, i) => texts[i] !== undefined);
      if (uri === undefined) continue;
      let read = this.#policies.get(uri);
      if (!read) {
        const both = {
          uri,
          range: nowhere,
          message: `It lies beside "${second?.slice(folder.length + 1)}". Remove one of them.`,
        };
        read = second === undefined ? readPolicy(uri, root, this.#files) : Promise.resolve({ troubles: [both] });
        this.#policies.set(uri, read);
      }
      const found = await read;
      if ('troubles' in found) this.#troubles.set(uri, found.troubles);
      else this.#lastGood.set(uri, found);
      return this.#lastGood.get(uri);
    }
    return noPolicy;
  }

  async #deployerIn(folders: readonly string[]): Promise<Deployer> {
    for (const folder of folders) {
      const texts = await this.#files.read([...deployerFiles.keys()].map((name) => inFolder(folder, name)));
      if ([...deployerFiles.values()].some((pattern, i) => pattern.test(texts[i] ?? ''))) return 'skaffold';
    }
    return 'gcloud';
  }

  async #patchesIn(folders: readonly string[]): Promise<ReadonlySet<string>> {
    const patches = new Set<string>();
    for (const folder of folders) {
      const uris = kustomizationNames.map((name) => inFolder(folder, name));
      for (const [i, text] of (await this.#files.read(uris)).entries())
        for (const name of text === undefined ? [] : patchesIn(pathOf(uris[i]!), text))
          patches.add(inFolder(folder, name));
    }
    return patches;
  }

  /** The texts of the other files of a Terraform module. */
  async #moduleFiles(uri: string): Promise<readonly string[]> {
    const others = (await this.#files.find(folderOf(uri), '*.{tf,tofu}')).filter((other) => other !== uri);
    return (await this.#files.read(others.slice(0, 100))).flatMap((text) => text ?? []);
  }
}

/** From rules and schemas that have all their prose, as those of a bundle for the command line have not. */
function knowledgeOfSources(): Knowledge {
  const schemas = new Map<PublishedKind, JsonSchema>();
  return {
    page: (id) => rules.find((rule) => rule.id === id) as RulePage | undefined,
    schema(kind) {
      const schema = schemas.get(kind) ?? publishedSchema(kind);
      schemas.set(kind, schema);
      return schema;
    },
  };
}
