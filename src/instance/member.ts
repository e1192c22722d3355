import { type Beside, besideOf } from '../beside/beside.ts';
import type { Certainty } from '../catalogue/certainty.ts';
import { type Connector, connectorOf } from '../catalogue/connectors.ts';
import { KnownFacts } from '../catalogue/container-facts.ts';
import { sharedNameWeight } from '../catalogue/image-index.ts';
import { type BaseImage, type Match, match } from '../catalogue/match.ts';
import { isFrontProxy, type RecognisedProduct, type Role } from '../catalogue/product.ts';
import type { Wrapper } from '../catalogue/product-parts.ts';
import { wrappers } from '../catalogue/tables.ts';
import { isLoopback } from '../model/address.ts';
import type { CommandLine, Word } from '../model/command-line.ts';
import type { Container } from '../model/container.ts';
import type { Image } from '../model/image.ts';
import { baseName, isBelow, isWithin } from '../text/path.ts';
import type { Placed } from '../tree/field.ts';
import { type Connection, readConnections } from './connections.ts';
import { type Dial, readDials } from './dials.ts';
import type { Instance } from './instance.ts';
import type { Listener } from './listener.ts';
import { knowsAll, readListeners } from './listeners.ts';
import { Settings } from './settings.ts';

/** A container as a member of its instance: what it is, where it listens and whom it dials. */
export class Member {
  /** The instance that it runs in. */
  readonly instance: Instance;
  /** What the file says of it. */
  readonly container: Container;
  /** undefined where the file names none. */
  readonly image: Image | undefined;

  #match: Match | undefined;
  #wrapper: { readonly found: Wrapper | undefined } | undefined;
  #settings: Settings | undefined;
  #config: Member['config'] | undefined;
  #listeners: readonly Listener[] | undefined;
  #dials: readonly Dial[] | undefined;
  #connections: readonly Connection[] | undefined;

  constructor(instance: Instance, container: Container) {
    this.instance = instance;
    this.container = container;
    this.image = container.imageReference;
  }

  /** What the catalogue makes of the container. */
  get match(): Match {
    this.#match ??= match(
      new KnownFacts(this.container, this.beside?.commandLine, baseOf(this.beside)),
      this.instance.userProducts,
    );
    return this.#match;
  }

  /** What lies beside the manifest and belongs to the container; undefined where nothing certainly does. */
  get beside(): Beside | undefined {
    return this.instance.members.length < 2 ? undefined : besideOf(this.container);
  }

  /** undefined where the container is no known product. */
  get product(): RecognisedProduct | undefined {
    return this.match.product;
  }

  /** The part that it plays; `unknown` where nothing tells. */
  get role(): Role {
    return this.match.role;
  }

  /** How certain the role is. */
  get certainty(): Certainty {
    return this.match.certainty;
  }

  /** Whether the role is certain enough for an error. */
  get isCertain(): boolean {
    return this.certainty === 'certain';
  }

  /** What the product understands on its command line, if it is one of Google's database connectors. */
  get connector(): Connector | undefined {
    return connectorOf(this.product?.id);
  }

  /** The program of an agent that starts the container's own, with the agent in the same container. */
  get wrapper(): Wrapper | undefined {
    this.#wrapper ??= { found: this.#findWrapper() };
    return this.#wrapper.found;
  }

  /** How messages call the container. */
  get label(): string {
    return this.container.label;
  }

  /** Where to point for the container's being what it is: its image, or itself. */
  get place(): Placed {
    const image = this.container.field.get('image');
    return image.exists ? image : this.container.field;
  }

  /** What starts it. */
  get commandLine(): CommandLine {
    const { splitsArguments } = this.product ?? {};
    const splits = splitsArguments && !splitsArguments.unless.includes(this.image?.path.at(-1) ?? '');
    const { commandLine } = this.beside ?? this.container;
    return splits ? commandLine.split : commandLine;
  }

  /** What its program is given, see `CommandLine`. */
  get words(): readonly Word[] {
    return this.commandLine.words;
  }

  /** Its flags and variables by name. */
  get settings(): Settings {
    this.#settings ??= new Settings(this.container, this.commandLine, this.product?.argumentsFrom, this.beside);
    return this.#settings;
  }

  /**
   * Whose configuration the product reads: `stock`, that in the makers' image; `own`, one that the file mounts or
   * names; `read`, one that lies beside the manifest, so that what it says is known; `unknown`, that of an image which
   * someone may have changed.
   */
  get config(): 'stock' | 'own' | 'read' | 'unknown' {
    this.#config ??= this.#readConfig();
    return this.#config;
  }

  /** Whether all settings are seen but those in files: it is the makers' image, or one that is built from it before our eyes. */
  get isSeen(): boolean {
    return this.match.stock || this.beside?.startsMakersImage === true;
  }

  /** Whether all settings may come with an image of someone's own, since the file gives none: absence means nothing. */
  get mayBringSettings(): boolean {
    return !this.isSeen && this.words.length === 0 && this.container.env.length === 0;
  }

  /** The ports that it opens, as far as known. */
  get listeners(): readonly Listener[] {
    this.#listeners ??= readListeners(this);
    return this.#listeners;
  }

  /** Whether `listeners` are all there are. Never for applications, unless the team's configuration says so. */
  get listenersKnown(): boolean {
    return knowsAll(this, this.listeners);
  }

  /** Addresses within the instance that its variables and arguments tell it to call. */
  get dials(): readonly Dial[] {
    this.#dials ??= readDials(this);
    return this.#dials;
  }

  /** The database instances that a connector's proxy is given. */
  get connections(): readonly Connection[] {
    this.#connections ??= readConnections(this);
    return this.#connections;
  }

  /** Whether it is the makers' image, started as they built it, with arguments and variables that all are seen. */
  get startsAsBuilt(): boolean {
    const { givesProgram, mayWriteFiles } = this.commandLine;
    return this.match.stock && !this.settings.mayHideSome && !mayWriteFiles && !givesProgram;
  }

  #findWrapper(): Wrapper | undefined {
    const names = new Set(this.words.map(({ text }) => baseName(text)));
    return wrappers.find(({ program }) => names.has(program));
  }

  #readConfig(): Member['config'] {
    if (this.beside?.configuration) return 'read';
    const config = this.product?.config;
    const stock = this.match.stock && !this.commandLine.mayWriteFiles;
    if (!config) return this.isSeen && !this.commandLine.mayWriteFiles ? 'stock' : 'unknown';
    const paths = config.paths ?? [];
    const isMounted = this.container.mounts.some(
      (mount) => mount.path === undefined || paths.some((path) => mount.holds(path) || isBelow(mount.path ?? '', path)),
    );
    if (isMounted) return 'own';
    const isStock = (value = '') => paths.some((path) => isWithin(value, path));
    if (config.from?.some((setting) => this.settings.all(setting).some(({ value }) => !isStock(value)))) return 'own';
    return stock && !this.settings.mayHideSome ? 'stock' : 'unknown';
  }
}

/** What the Dockerfile says that the image is built from; undefined where that makes it no sidecar. */
function baseOf(beside: Beside | undefined): BaseImage | undefined {
  const product = beside?.product;
  if (!product || !beside.link) return undefined;
  const because = `FROM ${beside.build.base?.text}`;
  const { certainty } = beside.link;
  if (!isFrontProxy(product.role)) return { product, weight: certainty, because };
  // A web server may be there for files of its own, and pass nothing on.
  const { configuration } = beside;
  if (!configuration) return { product, weight: sharedNameWeight, because };
  const passesOn = configuration.called.some(({ host }) => !host.includes('.') || isLoopback(host));
  return passesOn ? { product, weight: certainty, because } : undefined;
}
