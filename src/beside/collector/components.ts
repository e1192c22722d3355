import { below, entriesOf, itemsOf, type Open } from '../open-yaml.ts';

/** The sections that describe components, by what one of them is called. */
export const sections = {
  receiver: 'receivers',
  processor: 'processors',
  exporter: 'exporters',
  connector: 'connectors',
  extension: 'extensions',
} as const;

/** What a component is. */
export type ComponentKind = keyof typeof sections;

/** A place that names a component. */
export interface Reference {
  /** `otlp`, `otlp/2`. */
  readonly name: string;
  /** What may bear the name there: connectors stand for receivers and exporters, too. */
  readonly kinds: readonly ComponentKind[];
  /** The item. */
  readonly on: Open;
}

/** The components of a configuration. */
export interface Components {
  /** By kind, then by name. */
  readonly described: Readonly<Record<ComponentKind, ReadonlyMap<string, Open>>>;
  /** What pipelines and the service name, in order. */
  readonly references: readonly Reference[];
  /** The names that each pipeline has for what it takes from and what it sends to. */
  readonly pipelines: readonly { readonly receivers: readonly string[]; readonly exporters: readonly string[] }[];
  /** What is used of a kind: described, and named by a pipeline or the service. */
  used(kind: ComponentKind): readonly (readonly [name: string, described: Open])[];
}

/** Reads which components there are, and which are used: https://opentelemetry.io/docs/collector/configuration/. */
export function componentsOf(root: Open): Components {
  const map = (kind: ComponentKind) => new Map(entriesOf(below(root, sections[kind])));
  const described = {
    receiver: map('receiver'),
    processor: map('processor'),
    exporter: map('exporter'),
    connector: map('connector'),
    extension: map('extension'),
  };
  const references = [...referencesIn(root)];
  const named = new Set(references.flatMap(({ kinds, name }) => kinds.map((kind) => `${kind} ${name}`)));
  return {
    described,
    references,
    pipelines: entriesOf(below(root, 'service', 'pipelines')).map(([, pipeline]) => ({
      receivers: itemsOf(below(pipeline, 'receivers')).flatMap(({ text }) => text ?? []),
      exporters: itemsOf(below(pipeline, 'exporters')).flatMap(({ text }) => text ?? []),
    })),
    used: (kind) => [...described[kind]].filter(([name]) => named.has(`${kind} ${name}`)),
  };
}

function* referencesIn(root: Open): Generator<Reference> {
  for (const on of itemsOf(below(root, 'service', 'extensions'))) yield* reference(on, ['extension']);
  for (const [, pipeline] of entriesOf(below(root, 'service', 'pipelines'))) {
    for (const on of itemsOf(below(pipeline, 'receivers'))) yield* reference(on, ['receiver', 'connector']);
    for (const on of itemsOf(below(pipeline, 'processors'))) yield* reference(on, ['processor']);
    for (const on of itemsOf(below(pipeline, 'exporters'))) yield* reference(on, ['exporter', 'connector']);
  }
}

function* reference(on: Open, kinds: readonly ComponentKind[]): Generator<Reference> {
  if (on.text !== undefined && !on.unknown && on.text !== '') yield { name: on.text, kinds, on };
}

/** The kind of a component by its name: `otlp` of `otlp/2`. */
export function typeOf(name: string): string {
  return name.split('/')[0] ?? '';
}
