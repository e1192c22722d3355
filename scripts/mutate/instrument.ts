import { type ESTree, parseSync, Visitor } from 'rolldown/utils';
import type { Needs } from '../../src/needs.ts';

/** One condition of a rule with a constant in its place. */
export interface Mutant {
  /** 1-based, in the rule's file. */
  readonly line: number;
  /** The condition and what replaces it: `port === undefined -> false`. */
  readonly text: string;
  /** Set where the condition is one of what the rule needs: it is left out. */
  readonly need?: Need;
}

/** What a rule can need as a guard: its mentions only save time. */
type Need = Exclude<keyof Needs, 'mentions'>;

const needs: readonly Need[] = ['sidecars', 'wholeText', 'role', 'certain'];

/** A rule's code in which every condition can be replaced while it runs, and the ways to do so. */
export interface Instrumented {
  /** The code; each condition asks `replaced` of `switch.ts` first. */
  readonly code: string;
  /** By the number that `replaced` is asked with. */
  readonly mutants: readonly Mutant[];
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/**
 * Finds the tests of `if` and `?:` and the operands of `&&` and `||`. Each is replaced by what switches it off: a guard
 * by false, an operand by what leaves the other to decide, a choice by either side.
 */
export function instrument(path: string, code: string): Instrumented {
  const found: (Place & { readonly by: boolean })[] = [];
  const add = ({ start, end }: Place, by: boolean): void => void found.push({ start, end, by });
  new Visitor({
    IfStatement({ test }: ESTree.IfStatement) {
      add(test, false);
    },
    ConditionalExpression({ test }: ESTree.ConditionalExpression) {
      add(test, true);
      add(test, false);
    },
    LogicalExpression({ operator, left, right }: ESTree.LogicalExpression) {
      if (operator === '??') return;
      add(left, operator === '&&');
      add(right, operator === '&&');
    },
  }).visit(parseSync(path, code).program);
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  return { code: insert(code, found), mutants: found.map((place) => describe(code, place)) };
}

/** The ways to leave out one of what a rule needs. */
export function withoutNeeds(code: string, asked: Needs = {}): readonly Mutant[] {
  const line = code.slice(0, code.indexOf('\n  needs: ') + 1).split('\n').length;
  return needs.filter((need) => asked[need]).map((need) => ({ line, text: `needs.${need} -> left out`, need }));
}

/** A rule that does not ask for one of what it needs. Any role will do then. */
export function leaveOut<R extends { readonly needs?: Needs }>(rule: R, need: Need): R {
  const { [need]: _, ...others } = rule.needs ?? {};
  return { ...rule, needs: need === 'role' ? { ...others, role: () => true } : others };
}

function describe(code: string, { start, end, by }: Place & { readonly by: boolean }): Mutant {
  const condition = code.slice(start, end).replace(/\s+/g, ' ');
  return { line: code.slice(0, start).split('\n').length, text: `${condition} -> ${by}` };
}

/** Wraps every place; of those that begin together the outer ones come first. */
function insert(code: string, found: readonly (Place & { readonly by: boolean })[]): string {
  const pieces = found.flatMap(({ start, end, by }, index) => [
    { at: start, text: `(replaced(${index}, ${by}) ?? (`, opens: true },
    { at: end, text: '))', opens: false },
  ]);
  pieces.sort((a, b) => a.at - b.at || Number(a.opens) - Number(b.opens));
  let written = 0;
  let result = '';
  for (const { at, text } of pieces) {
    result += code.slice(written, at) + text;
    written = at;
  }
  return result + code.slice(written);
}
