import type { Placed, Segment } from '../../tree/field.ts';
import type { Shape } from '../../tree/shape.ts';
import type { Workload } from '../workload.ts';
import type { TypeMismatch } from './type-mismatch.ts';
import { unknownNames } from './unknown-fields.ts';

/**
 * What gcloud's decoder says of a number or a boolean where text belongs; undefined for what it says in other words, or
 * writes in a way of Python's own. Seen with `gcloud run services replace`, whose library is apitools.
 */
export function refusalOf(text: string, { wanted, found }: Pick<TypeMismatch, 'wanted' | 'found'>): string | undefined {
  if (wanted !== 'text') return undefined;
  if (found === 'integer' && /^(?:0|[1-9]\d*)$/.test(text)) return expected(text, 'int');
  if (found !== 'boolean') return undefined;
  return expected(/^(?:true|yes|on|y)$/i.test(text) ? 'True' : 'False', 'bool');
}

function expected(value: string, type: 'int' | 'bool'): string {
  return `Expected type <class 'str'> for field value, found ${value} (type <class '${type}'>)`;
}

/** Of more names in one line nothing is said: each of the findings would repeat them all. */
const mostNames = 50;

/**
 * What gcloud's decoder says of a field that it does not know: its headline, and the line about the object that the field
 * stands in. undefined where it does not get there, since it stops at the first such object on its way down, or knows the
 * field. Seen with `gcloud run services replace` and `gcloud run jobs replace`.
 */
export function refusalOfUnknown(
  { kind, open: root }: Pick<Workload, 'kind' | 'open'>,
  { path: at }: Placed,
): string | undefined {
  const key = at.at(-1);
  if (kind !== 'Service' && kind !== 'Job') return undefined;
  const own = at.slice(0, -1);
  const place = placeOf(root.shape, own);
  if (place === undefined || own.some((_, i) => unknownNames(root, own.slice(0, i)).length > 0)) return undefined;
  const names = unknownNames(root, own);
  if (names.length > mostNames || !names.some((name) => name === key)) return undefined;
  const last = names.length === 1 ? names[0] : `{${names.join(',')}}`;
  return `Failed to parse value(s) in protobuf [${kind}]: ${kind}${place}.${last}`;
}

/** `.spec.containers[0]` as gcloud writes it, which takes a lone mapping in place of a list for its one item. */
function placeOf(root: Shape | undefined, path: readonly Segment[]): string | undefined {
  let shape = root;
  let place = '';
  for (const step of path) {
    if (typeof step === 'number') {
      shape = shape?.items;
      place += `[${step}]`;
      continue;
    }
    if (shape?.items) {
      shape = shape.items;
      place += '[0]';
    }
    // The values of a map are named in a way of its own.
    shape = shape?.properties?.[step];
    if (!shape) return undefined;
    place += `.${step}`;
  }
  return shape?.items ? `${place}[0]` : place;
}
