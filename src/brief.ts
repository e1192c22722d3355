import type { Diagnostic } from './diagnostic.ts';

/** What a report says at a time is at most about so long; a person reads no more in one sentence. In UTF-16 units. */
const usual = 1000;

/** In a longer text, of each value in quotes that has more than 200 characters the first ones. */
const longQuotes = /"([^"]{80})[^"]{120,}"/gu;

/** A finding whose texts quote no value of thousands of characters: the frame shows the place of such a value. */
export function withBriefTexts(diagnostic: Diagnostic): Diagnostic {
  const { message, help, related, fix } = diagnostic;
  const isLong = (text: string | undefined) => text !== undefined && text.length > usual;
  if (!isLong(message) && !isLong(help) && !isLong(fix?.title) && !related.some((place) => isLong(place.message)))
    return diagnostic;
  return {
    ...diagnostic,
    message: brief(message),
    ...(help !== undefined && { help: brief(help) }),
    ...(fix && { fix: { ...fix, title: brief(fix.title) } }),
    related: related.map((place) => ({ ...place, message: brief(place.message) })),
  };
}

function brief(text: string): string {
  return text.length > usual ? text.replace(longQuotes, '"$1…"') : text;
}
