import type { TypeMismatch } from './type-mismatch.ts';

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
