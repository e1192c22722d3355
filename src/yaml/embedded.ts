import { type ParsedNode, parseDocument } from 'yaml';

/** Text that opens a brace or bracket as YAML flow, of which JSON is a part; undefined where it is neither. */
export function parseEmbedded(text: string): ParsedNode | null | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    const document = parseDocument<ParsedNode, true>(text, {
      schema: 'failsafe',
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'silent',
    });
    return document.errors.length > 0 ? undefined : document.contents;
  } catch {
    return undefined;
  }
}
