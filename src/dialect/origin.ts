import type { MapNode, Node } from '../tree/node.ts';
import type { Segment } from '../tree/place.ts';
import type { Span } from '../tree/span.ts';
import type { ObjectKind } from './table.ts';
import { translate, type UnknownName } from './translate.ts';

/** What the manifest of a document was made of, where the file has it in other words. */
export interface Origin {
  /** What it is. */
  readonly kind: ObjectKind;
  /** What others of its file call it: `google_cloud_run_v2_service.shop`; undefined where only its own name tells. */
  readonly address?: string | undefined;
  /** Where it is pointed at as a whole. */
  readonly header: Span;
  /** Where a field that it lacks is pointed at, where that is not the header: the key `spec` of Config Connector. */
  readonly home?: Span | undefined;
  /** Its fields as they are written, with what is certain of their values. */
  readonly written: MapNode;
  /** Names in it that are not known. */
  readonly unknownNames: readonly UnknownName[];
  /** The way in the file to what the manifest has at a path. */
  pathOf(path: readonly Segment[]): readonly Segment[];
}

/** The manifest of a document, which knows what it was made of. */
interface TranslatedRoot extends MapNode {
  readonly origin?: Origin;
}

/** What a document was made of; undefined for a manifest. */
export function originOf(root: Node | null | undefined): Origin | undefined {
  return (root as TranslatedRoot | null | undefined)?.origin;
}

/** The manifest that an object stands for, which `originOf` leads back from. */
export function manifestOf<T extends Omit<Origin, 'unknownNames'>>(object: T): MapNode {
  const { root, unknownNames } = translate(object.kind, object.written, object.header, object.home);
  const translated: TranslatedRoot = { ...root, isTranslated: true, origin: { ...object, unknownNames } };
  return translated;
}
