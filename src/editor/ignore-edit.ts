import type { Diagnostic, TextEdit } from '../diagnostic.ts';
import { Lines } from '../tree/lines.ts';
import type { Snapshot } from './open-file.ts';

/** A comment to be written, and where its reason goes in the text that has it. */
interface Ignore {
  readonly edits: readonly [TextEdit];
  readonly cursor: number;
}

/**
 * Writes a comment that silences a finding: above its line, else behind it. Each is tried, so that none is offered that
 * would change nothing (a locked rule), would be no comment (within a text of several lines) or would break the file.
 */
export function ignoreEdit(snapshot: Snapshot, { rule, span }: Diagnostic): Ignore | undefined {
  const { text, mark, analyse, diagnostics, elsewhere } = snapshot;
  const before = new Set([...diagnostics, ...elsewhere].map(({ fingerprint }) => fingerprint));
  return candidates(text, rule, span.start).find(({ edits: [edit], cursor }) => {
    const written = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
    const after = analyse(mark + written.slice(0, cursor) + reason + written.slice(cursor)).diagnostics;
    const isSilenced = after.some((found) => found.rule === rule && found.suppressed?.reason === reason);
    // Whatever else counts from now on is harm that the comment has done.
    return isSilenced && !after.some(({ suppressed, fingerprint }) => !suppressed && !before.has(fingerprint));
  });
}

/** Stands for the reason while a comment is tried. */
const reason = 'tried by cloudrun-lint';

function candidates(text: string, rule: string, offset: number): readonly Ignore[] {
  const lines = new Lines(text);
  const { line } = lines.position(offset);
  const { start, end } = lines.span(line);
  const comment = `# cloudrun-lint-ignore ${rule}: `;
  const indent = /^[ \t]*/.exec(text.slice(start, end))![0];
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  return [
    {
      edits: [{ start, end: start, text: `${indent}${comment}${lineBreak}` }],
      cursor: start + indent.length + comment.length,
    },
    { edits: [{ start: end, end, text: ` ${comment}` }], cursor: end + 1 + comment.length },
  ];
}
