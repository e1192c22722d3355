import { isStandIn } from './placeholder.ts';

/**
 * True if some part of a name stands for what a tool or a person fills in, where a name has no capitals and no brackets
 * of its own: `shop-COMMIT_SHA`, `shop-TAG`, `shop-{sha}`, `((service))-v1`. Capitals count from three in a row.
 */
export function holdsStandIn(name: string): boolean {
  return isStandIn(name) || /[A-Z][A-Z0-9_]{2,}|[[\](){}]/.test(name);
}
