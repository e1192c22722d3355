import { quoted, writtenValue } from '../../hcl/write.ts';
import type { NewValue } from '../../tree/edit.ts';
import type { Segment } from '../../tree/place.ts';
import { namePairs } from '../names.ts';
import { DialectWords } from '../vocabulary.ts';
import type { Resource } from './read.ts';

/** The annotation of v1 that holds which container waits for which. */
export const startOrder = 'run.googleapis.com/container-dependencies';

/** What a resource calls a value that v1 has at a path: `ALL_TRAFFIC` for `all-traffic`. */
export function ownWord({ kind }: Resource, value: NewValue, path: readonly Segment[]): string {
  return new DialectWords(kind).value(String(value), String(path.at(-1))).slice(1, -1);
}

/** A value that v1 has at a path as the resource writes it: `"ALL_TRAFFIC"`, `"300s"`, `true`. */
export function ownValue(resource: Resource, value: NewValue, path: readonly Segment[]): string {
  const isText = !resource.kind.isV2 && ['annotations', 'labels'].includes(String(path.at(-2)));
  if (isText && path.at(-1) === startOrder) return `jsonencode(${writtenValue(JSON.parse(String(value)))})`;
  const own = ownWord(resource, value, path);
  const names = path.filter((step) => typeof step === 'string').join('\n');
  const row = namePairs(resource.kind).find(({ v1 }) => v1.join('\n') === names)?.row;
  if (row && 'as' in row && row.as === 'seconds') return quoted(`${own}s`);
  return !isText && /^(?:true|false|-?\d+(?:\.\d+)?)$/.test(own) ? own : quoted(own);
}
