import type { RecognisedProduct } from './product.ts';
import { productIds, productTexts } from './tables.ts';

const known = new Map<string, RecognisedProduct>();

/** The product of that id, the same object each time; undefined for an id that the catalogue lacks. */
export function productById(id: string): RecognisedProduct | undefined {
  const text = known.has(id) ? undefined : productTexts[productIds.indexOf(id)];
  if (text !== undefined) known.set(id, JSON.parse(text));
  return known.get(id);
}
