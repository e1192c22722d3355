import { type ParsedNode, parseDocument } from 'yaml';
import { withoutStacks } from './without-stacks.ts';

/** Text that opens a brace or bracket as YAML flow, of which JSON is a part; undefined where it is neither. */
export function parseEmbedded(text: string): ParsedNode | null | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    const document = withoutStacks(() => parseDocument<ParsedNode, true>(text, options));
    return document.errors.length > 0 ? undefined : document.contents;
  } catch {
    return undefined;
  }
}

const options = { schema: 'failsafe', uniqueKeys: false, prettyErrors: false, logLevel: 'silent' } as const;
