import type { AnyWorkload } from '../model/kinds.ts';
import type { ManifestFile } from '../model/manifest-file.ts';
import type { AnyField } from '../tree/edit.ts';
import { childrenOf } from './field-at.ts';

/** A word that no manifest has. */
export const cursorMark = 'zzcursorzz';

/** Where the mark stands. */
export interface MarkedPlace {
  /** The workload that the mark lies in. */
  readonly workload: AnyWorkload;
  /** The mapping whose key it is, or the scalar that it is. */
  readonly field: AnyField;
  /** Whether a key is being written, rather than a value. */
  readonly isKey: boolean;
  /** Whether it stands in the map of start dependencies, in whatever form that is written. */
  readonly isDependency: boolean;
}

/** Finds the mark; undefined where a text cannot be read with it, or it is a part of a longer text. */
export function findMark(file: ManifestFile | undefined): MarkedPlace | undefined {
  for (const workload of file?.workloads ?? []) {
    const { graph } = workload.dependencies;
    const inGraph = search(graph as AnyField);
    if (inGraph) return { workload, ...inGraph, isDependency: true };
    const found = search(workload.field as AnyField);
    if (found) return { workload, ...found, isDependency: false };
  }
  return undefined;
}

function search(field: AnyField): Pick<MarkedPlace, 'field' | 'isKey'> | undefined {
  if (field.isMap && field.has(cursorMark)) return { field, isKey: true };
  if (field.text === cursorMark) return { field, isKey: false };
  for (const child of childrenOf(field)) {
    const found = child.isReference ? undefined : search(child);
    if (found) return found;
  }
  return undefined;
}
