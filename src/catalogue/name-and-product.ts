import type { Product } from './product.ts';

/** A container's name with what it runs behind it, where the name does not say that: `"proxy" (nginx)`, `"nginx"`. */
export function nameAndProduct(label: string, { name }: Pick<Product, 'name'>): string {
  return name.toLowerCase() === label.toLowerCase() ? `"${label}"` : `"${label}" (${name})`;
}
