import { baseName, folderOf } from '../../text/path.ts';
import { hasPlaceholder } from '../../text/placeholder.ts';
import { shellWords } from '../shell-words.ts';
import { joinLines } from './commands.ts';
import { fillIn, valuesOfShell } from './shell-values.ts';

/**
 * The names of files that a text's commands write: `envsubst < a > edge.conf`, `sed -i`. What `sed` does to marks alone
 * does not count: whoever reads a mark knows nothing anyway.
 */
export function writtenFiles(text: string, path: string): ReadonlySet<string> {
  const written = new Set<string>();
  if (!/>|\b(?:sed|perl|yq|tee)\b/.test(text)) return written;
  const joined = joinLines(text);
  const values = valuesOfShell(joined, folderOf(path));
  for (const line of joined.split('\n')) {
    if (!/>|\b(?:sed|perl|yq|tee)\b/.test(line)) continue;
    const words = shellWords(line.slice(0, 2000)).map((word) => fillIn(word.text, values));
    const inPlace = words.some((word) => /^(?:sed|perl|yq|tee)$/.test(baseName(word))) && !replacesMarks(words);
    for (const [at, word] of words.entries()) {
      const [, glued = ''] = /^\d?>{1,2}(.*)$/.exec(word) ?? [];
      if (glued !== '') written.add(baseName(glued));
      else if (inPlace || /^\d?>{1,2}$/.test(words[at - 1] ?? '')) written.add(baseName(word));
    }
  }
  return written;
}

function replacesMarks(words: readonly string[]): boolean {
  const scripts = words.filter((word) => /^s[@|#~,/]/.test(word));
  return scripts.length > 0 && scripts.every((script) => hasPlaceholder(script.split(script[1]!)[1] ?? ''));
}
