import type { CommandLine } from '../model/command-line.ts';
import type { Image } from '../model/image.ts';
import { isWithin } from '../text/path.ts';
import { productById } from './by-id.ts';
import type { Certainty } from './certainty.ts';
import { matchImage, sharedNameWeight } from './image-index.ts';
import { isFrontProxy, isHelper, type RecognisedProduct, type Role } from './product.ts';
import { argumentPatterns, mounts, names, probePorts, type Sign, variablePrefixes, variables } from './tables.ts';
import { speaksOf, type UserProduct } from './user-product.ts';

/** What is asked of a container to tell what it is. */
export interface ContainerFacts {
  /** undefined where the file has none, or a placeholder. */
  readonly name: string | undefined;
  /** undefined where the file has none. */
  readonly image: Image | undefined;
  /** What the image is built from; absent where that is not known. */
  readonly base?: BaseImage | undefined;
  /** Whether the image's name may stand for one that is built and put in its place before the deploy. */
  readonly mayBeBuilt?: boolean;
  /** What starts it. */
  readonly commandLine: Pick<CommandLine, 'texts' | 'runsAnother'>;
  /** Names of the environment variables. */
  readonly env: readonly string[];
  /** Without slashes at their ends; those that cannot be known are left out. */
  readonly mountPaths: readonly string[];
  /** The ports that its probes name; unknown ones are left out. */
  readonly probePorts: readonly number[];
  /** Whether it has `ports`. */
  readonly hasPorts: boolean;
  /** Whether the instance has no other container. */
  readonly isOnly: boolean;
}

/** The image that a container's own is built from. */
export interface BaseImage {
  /** The product in it. */
  readonly product: RecognisedProduct;
  /** From 0 to 1: how certain it is that the container is that product. */
  readonly weight: number;
  /** What says so, for a person: `FROM nginx:1.27`. */
  readonly because: string;
}

/** What a container is, how sure that is, and what said so. */
export interface Match {
  /** undefined where nothing speaks clearly enough for one, or the configuration gives a role alone. */
  readonly product: RecognisedProduct | undefined;
  /**
   * What the configuration says, else the product's, else what its place in the instance tells. A reverse proxy that is
   * the only container is the application.
   */
  readonly role: Role;
  /** Of the role; a `guess` where nothing tells it. */
  readonly certainty: Certainty;
  /** What the certainty was made from: 0 to 1. A product is named from 0.6 on, it is certain from 0.8 on. */
  readonly weight: number;
  /** True if it runs the makers' own image, unchanged. */
  readonly stock: boolean;
  /** The strongest signal, for a person: `image "redis:7"`. Empty for `unknown`. */
  readonly because: string;
  /** All ports of the container, where the team's configuration names them. */
  readonly ports: readonly number[] | undefined;
}

/** The least weight that makes a role. */
const enough = 0.6;
/** The least weight that errors can be built on. */
const certain = 0.8;
/** What an argument weighs under a name of the product. */
const sureByName = 0.85;
/** What weak signals can add up to: never to the certainty that errors need. */
const weakLimit = 0.79;

interface Score {
  best: number;
  because: string;
  /** The chance that all signals so far are wrong. */
  doubt: number;
}

const byName = new Map(names);
const byVariable = new Map(variables);
const byProbe = new Map(probePorts);
/** Most arguments are told from those of all products at once. */
const anyArgument = new RegExp(argumentPatterns.map(({ pattern }) => pattern.source).join('|'));
/** By the first word, since no other can fit. */
const byVariablePrefix = new Map<string, (Sign & { readonly prefix: string })[]>();
for (const [prefix, signs] of variablePrefixes) {
  const word = firstWord(prefix);
  byVariablePrefix.set(word, [...(byVariablePrefix.get(word) ?? []), ...signs.map((sign) => ({ ...sign, prefix }))]);
}

/** Tells what a container is. What the team's own entries say comes first. */
export function match(facts: ContainerFacts, userProducts: readonly UserProduct[] = []): Match {
  const stated = facts.image && matchUser(facts.image, userProducts);
  if (stated) return stated;

  const scores = new Map<string, Score>();
  const add = ({ id, weight }: Sign, because: string): void => {
    const score = scores.get(id) ?? { best: 0, because: '', doubt: 1 };
    if (weight > score.best) Object.assign(score, { best: weight, because });
    score.doubt *= 1 - weight;
    scores.set(id, score);
  };

  const named = facts.image && matchImage(facts.image);
  const byImage = named && facts.mayBeBuilt ? { ...named, weight: sharedNameWeight, stock: false } : named;
  if (byImage) add({ id: byImage.product.id, weight: byImage.weight }, `image "${facts.image?.text}"`);
  const { base } = facts;
  // What an image is built from says more than its name, but for a name that is the makers' own.
  if (base && !byImage?.stock) add({ id: base.product.id, weight: base.weight }, base.because);
  // A published image leaves nothing to ask.
  if (!byImage || byImage.weight < 0.9) addSignals(facts, add);

  let winner = '';
  let weight = 0;
  for (const [id, score] of scores) {
    const total = score.best >= certain ? score.best : Math.min(weakLimit, 1 - score.doubt * contextDoubt(facts, id));
    if (total > weight) [winner, weight] = [id, total];
  }
  const product = productById(winner);
  if (!product || weight < enough) return unrecognised(facts);
  // What takes the requests under a helper's name is more likely an application that is called so.
  if (facts.hasPorts && !facts.isOnly && weight < certain && isHelper(product.role)) return unrecognised(facts);
  if (product.programs && facts.commandLine.runsAnother(product.programs)) return unrecognised(facts);
  return {
    product,
    role: facts.isOnly && product.role === 'reverse-proxy' ? 'application' : product.role,
    ...weighing(weight),
    stock: byImage?.product === product && byImage.stock,
    because: scores.get(winner)?.because ?? '',
    ports: undefined,
  };
}

function matchUser(image: Image, userProducts: readonly UserProduct[]): Match | undefined {
  const { repository } = image;
  const entry = repository === undefined ? undefined : userProducts.find((user) => speaksOf(user, repository));
  if (!entry) return undefined;
  const product = entry.product === undefined ? undefined : productById(entry.product);
  return {
    product,
    role: entry.role ?? product?.role ?? 'unknown',
    ...weighing(1),
    stock: false,
    because: `the catalogue entry for "${entry.image}" in the configuration`,
    ports: entry.ports,
  };
}

function addSignals(facts: ContainerFacts, add: (sign: Sign, because: string) => void): void {
  const { name, image, commandLine, env, mountPaths, probePorts } = facts;
  const named = new Set<string>();
  const addName = (found: Sign, because: string): void => {
    named.add(found.id);
    add(asName(found, facts), because);
  };
  if (name !== undefined) for (const found of namedLike(name)) addName(found, `name "${name}"`);
  for (const hint of image?.hints ?? []) {
    for (const found of namedLike(hint)) addName(found, `image "${image?.text}"`);
  }
  const seen = new Set<Sign>();
  for (const variable of env) {
    for (const found of byVariable.get(variable) ?? []) add(asVariable(found, facts), `variable "${variable}"`);
    for (const found of byVariablePrefix.get(firstWord(variable)) ?? []) {
      // Ten variables of one family are one signal.
      if (!variable.startsWith(found.prefix) || seen.has(found)) continue;
      seen.add(found);
      add(asVariable(found, facts), `variable "${variable}"`);
    }
  }
  for (const path of mountPaths) {
    for (const [folder, signs] of mounts) {
      if (!isWithin(path, folder)) continue;
      for (const found of signs) add(found, `mount "${path}"`);
    }
  }
  for (const port of probePorts) for (const found of byProbe.get(String(port)) ?? []) add(found, `probe port ${port}`);
  const isSidecar = !facts.hasPorts && !facts.isOnly;
  for (const word of commandLine.texts) {
    if (!anyArgument.test(word)) continue;
    for (const found of argumentPatterns) {
      if ((!isSidecar && found.sidecarOnly) || !found.pattern.test(word)) continue;
      // An argument that others get, too, is sure under the product's own name.
      const isSure = found.sidecarOnly && named.has(found.id);
      add(isSure ? { ...found, weight: Math.max(found.weight, sureByName) } : found, `argument "${word}"`);
    }
  }
}

/** A name says little where the container's place is another: behind others for a front proxy, in front for a helper. */
function asName(found: Sign, { hasPorts, isOnly }: ContainerFacts): Sign {
  const inFront = hasPorts && !isOnly;
  return isOfFrontProxy(found.id) !== inFront ? { ...found, weight: found.weight / 2 } : found;
}

/** An application knows its helpers by variables of the same names, or holds them in its own image. */
function asVariable(found: Sign, { hasPorts, isOnly }: ContainerFacts): Sign {
  return (hasPorts || isOnly) && !isOfFrontProxy(found.id) ? { ...found, weight: found.weight / 2 } : found;
}

/** Where a container stands speaks for some roles: proxies in front of others, helpers beside the ingress. */
function contextDoubt({ hasPorts, isOnly }: ContainerFacts, id: string): number {
  if (isOnly) return 1;
  if (hasPorts) return isOfFrontProxy(id) ? 0.7 : 1;
  return isOfFrontProxy(id) ? 1 : 0.8;
}

function isOfFrontProxy(id: string): boolean {
  const product = productById(id);
  return product !== undefined && isFrontProxy(product.role);
}

/** Names that say "proxy" but not which. */
const proxyNames: ReadonlySet<string> = new Set(['proxy', 'reverse-proxy']);

function unrecognised({ name, hasPorts, isOnly }: ContainerFacts): Match {
  const base = { product: undefined, stock: false, ports: undefined };
  if (hasPorts && !isOnly && name !== undefined && proxyNames.has(name)) {
    return { ...base, role: 'reverse-proxy', ...weighing(enough), because: `name "${name}"` };
  }
  if (isOnly) return { ...base, role: 'application', ...weighing(0.7), because: 'it is the only container' };
  if (hasPorts) return { ...base, role: 'application', ...weighing(0.7), because: 'it takes the requests' };
  return { ...base, role: 'unknown', ...weighing(0), because: '' };
}

/** A weight with what it means. */
function weighing(weight: number): Pick<Match, 'certainty' | 'weight'> {
  return { weight, certainty: weight >= certain ? 'certain' : weight >= enough ? 'likely' : 'guess' };
}

/** Looks a name up as it is and without the words that people put around a product's name. */
function namedLike(name: string): readonly Sign[] {
  const plain = name.toLowerCase().replaceAll('_', '-');
  const bare = plain.replace(/^(?:your|my)-/, '').replace(/-(?:image(?:-here)?|img|container|sidecar|\d+)$/, '');
  return byName.get(plain) ?? byName.get(bare) ?? [];
}

function firstWord(name: string): string {
  const end = name.indexOf('_');
  return end < 0 ? name : name.slice(0, end);
}
