import { isDatabaseProxy, isFrontProxy, isMonitoring } from '../catalogue/product.ts';
import type { Dial } from './dials.ts';
import type { Instance } from './instance.ts';
import type { Member } from './member.ts';
import { canBeBehind } from './proxying.ts';

/** A call of which the target is known. */
export type UnawaitedCall = Dial & { readonly target: Member };

/**
 * Calls to sidecars that the caller does not wait for, the first between each two containers. Those that rules about
 * agents, database proxies and front proxies speak of are left out; [] where the start order cannot be read.
 */
export function unawaitedCalls({ dials, workload }: Instance): readonly UnawaitedCall[] {
  const { dependencies } = workload;
  if (!dependencies.isReadable || workload.mayHoldMore) return [];
  const seen = new Map<Dial['member'], Set<Dial['member']>>();
  return dials.filter((dial): dial is UnawaitedCall => {
    const { certainty, member: caller, target } = dial;
    if (certainty === 'guess' || !target || target === caller || target.container.isIngress) return false;
    if (isMonitoring(target.role) || isDatabaseProxy(target.role) || target.product?.order === 'after-app')
      return false;
    // What calls others by design comes after them.
    if (isMonitoring(caller.role) || caller.product?.order === 'after-app') return false;
    if (isFrontProxy(caller.role) && canBeBehind(target)) return false;
    if (dependencies.waitsFor(caller.container, target.container)) return false;
    // Of two that call each other, neither can wait.
    if (
      dependencies.waitsFor(target.container, caller.container) ||
      target.dials.some((back) => back.target === caller)
    )
      return false;
    const targets = seen.get(caller) ?? new Set();
    seen.set(caller, targets);
    return targets.size < targets.add(target).size;
  });
}
