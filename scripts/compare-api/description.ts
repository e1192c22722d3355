/** What is read of a description of the v1 API in Google's discovery format, and of a schema in it. */
export interface Description {
  /** When it was made: "20261108". */
  readonly revision?: string;
  /** By name: `Container`. */
  readonly schemas: Readonly<Record<string, Described>>;
}

/** A type in the description: an object with fields, a list, a map, a reference or a plain value. */
export interface Described {
  readonly type?: string;
  /** `int64` numbers have the type `string`. */
  readonly format?: string;
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly $ref?: string;
  readonly items?: Described;
  readonly properties?: Readonly<Record<string, Described>>;
  readonly additionalProperties?: Described;
  readonly readOnly?: boolean;
}

/** The type in the words of our schemas: `string`, `integer`, `boolean`, `array`, `map` or `object`. */
export function typeOf({ type, format, $ref, additionalProperties }: Described): string {
  if ($ref !== undefined) return 'object';
  if (type === 'string' && /^u?int(?:32|64)$/.test(format ?? '')) return 'integer';
  return type === 'object' && additionalProperties ? 'map' : (type ?? 'object');
}

/** What a field refers to, itself or by its items; undefined for plain values. */
export function target({ schemas }: Description, field: Described): readonly [string, Described] | undefined {
  const name = field.$ref ?? field.items?.$ref;
  const schema = name === undefined ? undefined : schemas[name];
  return schema && [name!, schema];
}

/**
 * The values that a field may have: as the description lists them, or as its prose does in a sentence that says so.
 * Undefined where neither tells.
 */
export function valuesOf({ enum: listed, description = '' }: Described): readonly string[] | undefined {
  if (listed) return listed;
  const sentence =
    /(?:Allowable values are|Allowed values are|Supported values are|Must be an? [a-z ]+\(default\),) ([^.]*)\./.exec(
      description,
    )?.[1];
  const values = [...(sentence ?? '').matchAll(/['`"]([A-Za-z0-9-]+)['`"]/g)].map(([, value]) => value!);
  return values.length > 0 ? values : undefined;
}

/** The annotations that the description lists, with the kinds of resource that take them; `*` stands for all. */
export function listedAnnotations({ schemas }: Description): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  const add = (key: string, kinds: readonly string[]): void => {
    const known = found.get(key) ?? new Set();
    for (const kind of kinds) known.add(kind);
    found.set(key, known);
  };
  const all = schemas.ObjectMeta?.properties?.annotations?.description ?? '';
  for (const [, key = '', kinds = ''] of all.matchAll(/`([\w.]+\/[\w-]+)`: ([\w ,]+)/g)) {
    add(
      key,
      /^All resources/.test(kinds)
        ? ['*']
        : kinds
            .split(',')
            .map((kind) => kind.trim())
            .filter(Boolean),
    );
  }
  for (const kind of ['Service', 'Job', 'WorkerPool', 'Instance']) {
    const own = schemas[kind]?.properties?.metadata?.description?.split(`accepted in ${kind}.metadata.annotations.`)[1];
    for (const [, key = ''] of (own ?? '').matchAll(/\* `([\w.]+\/[\w-]+)`(?! is output)/g)) add(key, [kind]);
  }
  return found;
}
