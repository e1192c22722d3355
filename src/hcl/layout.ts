/** Where the line begins that an offset lies in. */
export function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

/** Where the next line begins; the end of the text if there is none. */
export function nextLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end + 1;
}

/** The blanks that a line begins with. */
export function indentAt(text: string, at: number): string {
  const start = lineStart(text, at);
  return /^[ \t]*/.exec(text.slice(start, at))![0];
}

/** Whether nothing but blanks stands before an offset on its line. */
export function isFirstOnLine(text: string, at: number): boolean {
  return text.slice(lineStart(text, at), at).trim() === '';
}

/** Whether nothing but blanks, a comma and a comment stands behind an offset on its line. */
export function isLastOnLine(text: string, at: number): boolean {
  const rest = behind(text, at);
  return rest === '' || isComment(rest);
}

/** The comment that stands behind a value on its line; undefined where none does. */
export function commentBehind(text: string, at: number): string | undefined {
  const rest = behind(text, at);
  return isComment(rest) ? rest : undefined;
}

/** What stands behind an offset on its line, without the comma and the blanks around. */
function behind(text: string, at: number): string {
  const rest = text.slice(at, nextLine(text, at)).trim();
  return rest.startsWith(',') ? rest.slice(1).trimStart() : rest;
}

function isComment(text: string): boolean {
  return text.startsWith('#') || text.startsWith('//');
}
