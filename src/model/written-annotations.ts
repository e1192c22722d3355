import { onceEach } from '../once.ts';
import { hasPlaceholder } from '../text/placeholder.ts';
import type { Field } from '../tree/field.ts';
import { type Annotation, annotationOf } from './annotations.ts';
import type { MetadataShape, ResourceKind } from './schema/index.ts';
import type { Workload } from './workload.ts';

/** An annotation that a file holds, with the level that it stands on. */
export interface WrittenAnnotation {
  /** The whole key, its prefix included. */
  readonly key: string;
  /** Its value, of whatever type the file has there. */
  readonly field: Field<string>;
  /** The kind of resource whose metadata it stands in: `Revision` and `Execution` are templates. */
  readonly kind: ResourceKind;
  /** What is known of the key. */
  readonly known: Annotation | undefined;
  /** The metadata on the other level of the same document. */
  readonly other: Level;
}

/** Metadata, and the kind of resource that it is of. */
interface Level {
  readonly kind: ResourceKind;
  readonly metadata: Field<MetadataShape>;
}

/** The kind of resource that a workload's template makes. */
function templateKind({ kind }: Workload): ResourceKind {
  return kind === 'Job' ? 'Execution' : 'Revision';
}

/** Whether the metadata of this kind stands on a template. */
export function isTemplateKind(kind: ResourceKind): boolean {
  return kind === 'Revision' || kind === 'Execution';
}

/**
 * Every annotation of a document, those of the object before those of its template. Keys that a template fills in are
 * left out. Several rules ask for them, so they are kept.
 */
export const writtenAnnotations = onceEach((workload: Workload): readonly WrittenAnnotation[] => {
  const object: Level = { kind: workload.kind, metadata: workload.metadata };
  // An instance by itself has one level only.
  if (workload.kind === 'Instance') return annotationsOn(object, object);
  const template: Level = { kind: templateKind(workload), metadata: workload.templateMetadata };
  return [...annotationsOn(object, template), ...annotationsOn(template, object)];
});

function annotationsOn({ kind, metadata }: Level, other: Level): readonly WrittenAnnotation[] {
  const annotations = metadata.get('annotations');
  return annotations.keys
    .map((key) => ({ key, field: annotations.get(key), kind, known: annotationOf(key), other }))
    .filter(({ key, known }) => known || !hasPlaceholder(key));
}
