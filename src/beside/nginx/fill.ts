import { hasMark } from '../../text/placeholder.ts';
import type { VariableOf } from '../facts.ts';
import type { TextAt } from '../text-at.ts';

/** A variable in a text, with or without braces. */
export const variable = /\$\{(\w+)\}|\$(\w+)/g;

/**
 * A word as nginx gets it: undefined where a variable of a template is hidden. nginx's own variables stay.
 *
 * @param variableOf the variables that a template is filled in with; undefined for a file that nothing fills in
 * @param own what the configuration sets itself
 */
export function fillWith(
  { text }: TextAt,
  variableOf: VariableOf | undefined,
  own: ReadonlySet<string>,
): string | undefined {
  // What a tool writes in place of a mark before the image is built is not known.
  if (hasMark(text.replaceAll('$', ''))) return undefined;
  if (!text.includes('$')) return text;
  let isKnown = true;
  const filled = text.replace(variable, (mark, braced?: string, bare?: string) => {
    const name = braced ?? bare ?? '';
    if (own.has(name)) return mark;
    const value = variableOf?.(name);
    if (value && value.text === undefined) isKnown = false;
    return value?.text ?? mark;
  });
  return isKnown ? filled : undefined;
}
