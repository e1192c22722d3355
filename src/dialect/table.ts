/**
 * What other languages than v1 YAML call the fields of a v1 manifest, as data. Names are Terraform's; the v2 API's own
 * objects have them in camelCase, and Config Connector some of them as references.
 */

/**
 * Where a value stands in the v1 manifest. `S:` and `T:` are annotations of the object and of its template, `/` begins
 * at the document, anything else at the map that the table is about; steps are parted by dots. A list is taken as it is.
 */
export type Address = string | readonly string[];

/** How a value is made into what v1 has in its place. */
export type Reading =
  /** `300s` is 300. */
  | 'seconds'
  /** `3600s` is 1. */
  | 'hours'
  /** A list is a text with commas. */
  | 'commas'
  /** A tree is the JSON of it. */
  | 'json'
  /** `projects/P/secrets/S` is `S`. */
  | 'secret-name'
  /** `projects/P/locations/L/services/S` is `S`. */
  | 'object-name';

/** A field with a value. */
export interface Argument {
  /** Where v1 has it. */
  readonly to: Address;
  /** How it is read; as it is where absent. */
  readonly as?: Reading;
  /** What v1 calls the words that it can be; others stay as they are. */
  readonly values?: Readonly<Record<string, string>>;
  /** Whether a number may stand for one of the words, so that nothing is known of it. */
  readonly takesNumbers?: true;
  /** What v1 has to say where this says nothing. */
  readonly default?: string;
}

/** A block that stands once at most. */
export interface Group {
  /** Its fields. */
  readonly block: Table;
  /** The map that it is in v1; absent where its fields belong to the same map as those around it. */
  readonly to?: Address;
  /** What v1 has to say besides where the block is there. */
  readonly implies?: readonly (readonly [Address, string])[];
}

/** A block that may stand several times, for a list. */
export interface Many {
  /** The fields of each. */
  readonly blocks: Table;
  /** Where v1 has the list. */
  readonly to: Address;
}

/** A field that only together with others makes something of v1. */
export interface Joint {
  /** What reads it, see `src/dialect/joint.ts`. */
  readonly joint:
    | 'annotations'
    | 'labels'
    | 'start-order'
    | 'cpu-idle'
    | 'cpu-boost'
    | 'cloud-sql'
    | 'network-interfaces';
}

/** A field that says nothing of a v1 manifest. */
export interface Unread {
  /** Why: it is a matter of Terraform, there is no v1 field for it, or only Cloud Run writes it. */
  readonly unread: 'terraform' | 'no v1 field' | 'output';
}

/** What is known of one field. */
export type Row = Argument | Group | Many | Joint | Unread;

/** The fields of a block, by name. */
export type Table = Readonly<Record<string, Row>>;

/** A kind of object that is written in other words than v1's. */
export interface ObjectKind {
  /** What it is called as a whole: Terraform's type of resource, `Service`, `RunJob`. */
  readonly resource: string;
  /** What it is written as. */
  readonly form: 'hcl' | 'v2';
  /** How it spells a way of names of its table; as they stand there where absent. Of a longer way the begin is the same. */
  readonly spell?: (way: readonly string[]) => readonly string[];
  /** What v1 calls it. */
  readonly kind: 'Service' | 'Job' | 'WorkerPool';
  /** The version that v1 has it in. */
  readonly apiVersion: string;
  /** Where the metadata stands that goes on every instance. */
  readonly templateMetadata: readonly string[];
  /** The way to the block that holds the containers. */
  readonly instance: readonly string[];
  /** Whether it speaks the v2 API, which takes no system annotation. */
  readonly isV2: boolean;
  /** Its fields. */
  readonly table: Table;
}
