import { KnownFacts } from '../catalogue/container-facts.ts';
import { matchImage } from '../catalogue/image-index.ts';
import { match } from '../catalogue/match.ts';
import type { RecognisedProduct } from '../catalogue/product.ts';
import { CommandLine } from '../model/command-line.ts';
import type { Container } from '../model/container.ts';
import { type Image, parseImage } from '../model/image.ts';
import { systemVariables } from '../model/system-variables.ts';
import { onceEach } from '../once.ts';
import { baseName } from '../text/path.ts';
import { broughtTo } from './brought.ts';
import { type Brought, readConfiguration, type Setup, setupFor, startsScript } from './configuration.ts';
import { type ImageBuild, nothingBuilt, readImageBuild, startsMakersScript } from './dockerfile/image-build.ts';
import { parseDockerfile } from './dockerfile/parse.ts';
import type { Configuration, VariableOf } from './facts.ts';
import { doubtful, type Link, linksOf } from './links.ts';
import { missingFiles } from './missing-files.ts';
import type { NamedFile } from './named-files.ts';
import { TextAt } from './text-at.ts';
import { type UnreadCopy, unreadCopies } from './unread-copies.ts';

/** The least certainty of a link that facts are built on. */
const leastCertainty = 0.8;

/** What lies beside the manifest and belongs to one container. */
export class Beside {
  /** The container that it belongs to. */
  readonly container: Container;
  /** The Dockerfile of its image; undefined where only its configuration is known. */
  readonly link: Link | undefined;
  /** What the Dockerfile makes. */
  readonly build: ImageBuild;
  readonly #brought: readonly Brought[];
  #commandLine: CommandLine | undefined;
  #configuration: Configuration | null | undefined;
  #setup: Setup | null | undefined;

  constructor(container: Container, link: Link | undefined, build: ImageBuild, brought: readonly Brought[] = []) {
    this.container = container;
    this.link = link;
    this.build = build;
    this.#brought = brought;
  }

  /** The image that its own is built from, or its own without a Dockerfile; undefined where a variable hides it. */
  get base(): Image | undefined {
    const { base } = this.build;
    return this.link ? base && parseImage(base.text) : this.container.imageReference;
  }

  /** The product of that image, where the container starts nothing else; undefined where it is none. */
  get product(): RecognisedProduct | undefined {
    const { base } = this;
    if (!this.link) return match(new KnownFacts(this.container)).product;
    const product = base && matchImage(base)?.product;
    return product && this.#startsWhatItsBaseDoes(product) ? product : undefined;
  }

  /** Whether it is the makers' image with nothing but what the Dockerfile says, so that all its settings are seen. */
  get startsMakersImage(): boolean {
    const { base, link, product } = this;
    if (!link || !product || !base || startsScript(this)) return false;
    return matchImage(base)?.weight === 1;
  }

  /** What starts the container: what the manifest gives, and the image's own where that leaves room for it. */
  get commandLine(): CommandLine {
    this.#commandLine ??= this.#readCommandLine();
    return this.#commandLine;
  }

  /** What the image sets for a variable that the manifest does not; undefined where it sets nothing. */
  variable(name: string): ImageVariable | undefined {
    return this.build.env.get(name);
  }

  /** What the configuration of its product says; undefined where none was found, or it cannot be followed. */
  get configuration(): Configuration | undefined {
    this.#configuration ??= this.#readConfiguration() ?? null;
    return this.#configuration ?? undefined;
  }

  /** Whether the Dockerfile speaks of a port anywhere: then its program may serve it. */
  names(port: number): boolean {
    return this.link !== undefined && new RegExp(`(?<!\\d)${port}(?!\\d)`).test(this.link.source.text);
  }

  /** Configurations that the command line names, and neither the image nor a volume has. */
  get missing(): readonly NamedFile[] {
    const { product, setup } = this;
    if (!product || !setup || !this.startsMakersImage) return [];
    return missingFiles(product.id, setup);
  }

  /** Configurations that the Dockerfile puts where the product does not look. */
  get unread(): readonly UnreadCopy[] {
    const { product, setup } = this;
    if (!product || !setup || !this.startsMakersImage || this.missing.length > 0) return [];
    return unreadCopies(product.id, setup, this.configuration);
  }

  /** What readers of its configuration have to know; undefined where it cannot be followed. */
  get setup(): Setup | undefined {
    this.#setup ??= this.#makeSetup() ?? null;
    return this.#setup ?? undefined;
  }

  #makeSetup(): Setup | undefined {
    const { base, build, commandLine, container, link, product } = this;
    const links = linksOf(container.workload);
    if (!product || !base || !links) return undefined;
    const variableOf = variablesOf(container, build);
    const known = { container, commandLine, base, build, variableOf };
    const isWritten = (path: string) => links.isWritten(path);
    return setupFor(product.id, known, links.files, link?.contexts ?? [], isWritten, this.#brought);
  }

  #readConfiguration(): Configuration | undefined {
    const { product, setup } = this;
    return product && setup && readConfiguration(product.id, setup);
  }

  #readCommandLine(): CommandLine {
    const command = this.container.field.get('command').items;
    const args = this.container.field.get('args').items;
    const { entrypoint, command: ownArguments } = this.build;
    if (command.length > 0) return this.container.commandLine;
    const start = itemsOf(entrypoint);
    // A shell that is given a script takes no arguments behind it.
    if (entrypoint?.isShell) return new CommandLine(start, []);
    if (args.length > 0) return new CommandLine(start, args);
    const words = itemsOf(ownArguments);
    const isProgram = entrypoint === undefined && !words[0]?.text.startsWith('-');
    return isProgram ? new CommandLine(words, []) : new CommandLine(start, words);
  }

  /** Whether nothing but the program of the image below runs, as far as the words tell. */
  #startsWhatItsBaseDoes({ id, programs = [] }: RecognisedProduct): boolean {
    const { entrypoint, command } = this.build;
    const [first] = entrypoint?.items ?? command?.items ?? [];
    if (!first || first.text.startsWith('-')) return true;
    if ((entrypoint ?? command)?.isShell) return startsWith(first.text, id, programs);
    return startsWith(first.text, id, programs) || startsMakersScript(first.text, this.build);
  }
}

/** Variables that the images of products set, and every system. */
const ofBase = /^(?:NGINX_|NJS_|ACME_|PKG_|DYNPKG_)|^(?:PATH|HOME|HOSTNAME|PWD|TERM|LANG|USER)$/;

/** What the variables of a container are, as its programs see them. */
function variablesOf(container: Container, { env }: ImageBuild): VariableOf {
  return (name) => {
    const variable = container.variable(name);
    if (name === 'PORT' && container.isIngress) return { text: container.containerPort?.toString() };
    if (variable) return variable.isSet ? { text: variable.value } : { text: '' };
    const ofImage = env.get(name);
    if (ofImage) return { text: ofImage.value };
    const isHidden = container.field.get('env').mayHoldMore || container.env.some((one) => one.name === undefined);
    const isSystems = systemVariables(container.workload.kind).includes(name) || ofBase.test(name);
    return isHidden || isSystems ? { text: undefined } : undefined;
  };
}

/** A variable that an image brings along. */
export interface ImageVariable {
  /** undefined where it is not known. */
  readonly value: string | undefined;
  /** The value in the Dockerfile. */
  readonly on: TextAt;
}

/** Names of programs that differ from the product's. */
const otherNames: Readonly<Record<string, RegExp>> = {
  'nginx-unprivileged': /^nginx(?:-debug)?$/,
  nginx: /^nginx(?:-debug)?$/,
  httpd: /^(?:httpd|apachectl|httpd-foreground)$/,
};

function startsWith(text: string, id: string, programs: readonly string[]): boolean {
  const program = baseName(text.trim().split(/\s+/)[0] ?? '');
  if (programs.some((known) => known.split(' ')[0] === program)) return true;
  return otherNames[id]?.test(program) ?? (/^(?:otelcol|otelcorecol)/.test(program) || id.startsWith(program));
}

function itemsOf(command: ImageBuild['command']): readonly TextAt[] {
  if (!command) return [];
  if (!command.isShell) return command.items;
  const [script] = command.items;
  return script ? [implied(script, '/bin/sh'), implied(script, '-c'), script] : [];
}

/** A word that Docker puts before a script. */
function implied({ source, span, stablePath }: TextAt, text: string): TextAt {
  return new TextAt(source, text, span, stablePath);
}

/** What belongs to a container, found once; undefined where nothing certainly does. */
export const besideOf = onceEach((container: Container): Beside | undefined => {
  const links = linksOf(container.workload);
  if (!links || links.statedOf(container)?.isOff) return undefined;
  const brought = broughtTo(container, links);
  const link = links.of(container);
  const build = link && readImageBuild(parseDockerfile(link.source), link.target);
  if (!link || !build) return brought.length > 0 ? new Beside(container, undefined, nothingBuilt, brought) : undefined;
  const found = new Beside(container, link, build, brought);
  if (link.certainty >= leastCertainty) return found;
  if (link.certainty < doubtful || !isAlsoKnownAs(container, found.product)) return undefined;
  return new Beside(container, { ...link, certainty: 0.9, because: `${link.because} and product` }, build, brought);
});

/** Whether a container is taken for a product of the same kind without its image, by its name, probes and variables. */
function isAlsoKnownAs(container: Container, product: RecognisedProduct | undefined): boolean {
  return product !== undefined && match(new KnownFacts(container)).product?.role === product.role;
}
