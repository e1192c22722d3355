import { append } from '../group-by.ts';
import { type Image, parseImage, tailOf } from '../model/image.ts';
import { products } from './index.ts';
import type { Product, RecognisedProduct } from './product.ts';
import type { Library, Wrapper } from './product-parts.ts';

/**
 * The catalogue by what a container shows, as data alone, with products named by id. Nothing here depends on a
 * manifest, so the bundle holds the outcome in place of this module and of the products.
 */

/** What a key, such as a variable's name, stands for; for making a map of. */
type Table<T> = readonly (readonly [key: string, value: T])[];

/** A product that something speaks for, and how strongly. */
export interface Sign {
  /** The product's id. */
  readonly id: string;
  /** From 0 to 1; see `match.ts` for how they combine. */
  readonly weight: number;
}

/** A reference under which the makers publish a product. */
export interface Published {
  /** The product's id. */
  readonly id: string;
  /** As in `Image.registry`: `docker.io` for Docker Hub. */
  readonly registry: string | undefined;
  /** All that is behind the host: `library/nginx`. */
  readonly path: string;
  /** The last two components, for mirrors; undefined where the makers' path has but one. */
  readonly tail: string | undefined;
}

/** The ids of all products, in the order of the catalogue. */
export const productIds: readonly string[] = products.map(({ id }) => id);

/** What is known of each of these as JSON, which is read when somebody asks: a run needs few of them. */
export const productTexts: readonly string[] = products.map(
  ({
    images: _,
    unmistakable: _u,
    ambiguous: _a,
    signals: _s,
    sources: [page = ''],
    libraries: _l,
    ownNames: _n,
    ...known
  }: Product) => JSON.stringify({ ...known, page } satisfies RecognisedProduct),
);

/** Published references by their last component. */
export const published: Table<readonly Published[]> = group(
  products.flatMap(({ id, images }) => images.map((image) => publishedAs(id, parseImage(image)))),
);

/** Last components that mean one product, as a whole. */
export const unmistakable: Table<string> = products.flatMap(({ id, unmistakable = [] }) =>
  unmistakable.filter((name) => !name.endsWith('*')).map((name) => [name, id] as const),
);
/** Beginnings of last components that mean one product, whatever follows. */
export const unmistakablePrefixes: Table<string> = products.flatMap(({ id, unmistakable = [] }) =>
  unmistakable.filter((name) => name.endsWith('*')).map((name) => [name.slice(0, -1), id] as const),
);

/** Last components that people give to images of their own, too. */
export const ambiguous: Table<string> = products.flatMap(({ id, ambiguous = [] }) =>
  ambiguous.map((name) => [name, id] as const),
);

/** Signs by container name, in lower case. */
export const names = signs('names');
/** Signs by mount path; one for a folder holds for all that is mounted below it. */
export const mounts = signs('mounts');
/** Signs by the port that a probe asks, as a text of digits. */
export const probePorts = signs('probePorts');
/** Signs by the whole name of a variable. */
export const variables = signs('env').filter(([name]) => !name.endsWith('*'));

/** Signs by how a variable begins. */
export const variablePrefixes = signs('env')
  .filter(([name]) => name.endsWith('*'))
  .map(([name, found]) => [name.slice(0, -1), found] as const);

/** What an argument of a product looks like. */
export const argumentPatterns: readonly (Sign & { readonly pattern: RegExp; readonly sidecarOnly: boolean })[] =
  products.flatMap(({ id, signals }) =>
    (signals?.args ?? []).map(({ pattern, weight, sidecarOnly = false }) => ({ id, weight, pattern, sidecarOnly })),
  );

/** How libraries are told where what they send to is: one entry for what several products take. */
export const libraries: readonly Library[] = distinct(products.flatMap(({ libraries = [] }) => libraries));
/** Programs that start an application with an agent inside. */
export const wrappers: readonly Wrapper[] = distinct(products.flatMap(({ wrapper }) => wrapper ?? []));
/** Variables that hold a name to report under. */
export const ownNames: readonly string[] = distinct(products.flatMap(({ ownNames = [] }) => ownNames));

/** An image in two parts: as it is asked for by its last component. */
function publishedAs(id: string, image: Image): [string, Published] {
  // A repository's name in Artifact Registry is its owner's choice, so it tells nothing elsewhere.
  const own = image.registryKind === 'artifact-registry' ? image.publishedPath : image.path;
  return [image.path.at(-1)!, { id, registry: image.registry, path: image.path.join('/'), tail: tailOf(own) }];
}

/** Each once, by what it says. */
function distinct<T>(items: readonly T[]): readonly T[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}

function signs(kind: 'names' | 'mounts' | 'probePorts' | 'env'): Table<readonly Sign[]> {
  const weightsOf = ({ signals }: Product): Readonly<Record<string, number>> => signals?.[kind] ?? {};
  return group(
    products.flatMap((product) =>
      Object.entries(weightsOf(product)).map(([key, weight]) => [key, { id: product.id, weight }] as const),
    ),
  );
}

function group<T>(pairs: Table<T>): Table<readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const [key, value] of pairs) append(groups, key, value);
  return [...groups];
}
