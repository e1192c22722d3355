import { createHash } from 'node:crypto';
import { rules } from '../../rules/index.ts';
import { attempts } from './attempts.ts';

/** Terraform files of the rules' fixes, before and after, and what every other kind of edit makes of them. */
export function formattedTexts(): readonly string[] {
  const shown = rules.flatMap(({ fixes }) => (fixes?.hcl ? [fixes.hcl.before, fixes.hcl.after] : []));
  const edited = shown.flatMap((text) => [...attempts(text)].flatMap((make) => make() ?? []));
  return [...new Set([...shown, ...edited])];
}

/** What tells a text from others, in few characters. */
export function fingerprint(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 12);
}
