import { folderOf } from '../../text/path.ts';
import { isOperator, shellWords } from '../shell-words.ts';
import { joinLines } from './commands.ts';
import { fillIn, valuesOfShell } from './shell-values.ts';

/** A command that puts a file into a secret. */
export interface SecretLine {
  /** The name of the secret. */
  readonly secret: string;
  /** The file as written, from where the command runs. */
  readonly file: string;
  /** The folders that its path may count from. */
  readonly folders: readonly string[];
}

/** The commands of a text that put a file into a secret: `gcloud secrets create|versions add NAME --data-file=PATH`. */
export function* secretLinesOf(text: string, path: string): Generator<SecretLine> {
  if (!text.includes('gcloud secrets')) return;
  const folders = [...new Set([folderOf(path), ''])];
  const joined = joinLines(text);
  const values = valuesOfShell(joined, folderOf(path));
  for (const line of joined.split('\n')) {
    if (!line.includes('gcloud secrets')) continue;
    const words = shellWords(line.slice(0, 2000)).flatMap((word) =>
      isOperator(word) ? [] : fillIn(word.text, values),
    );
    const start = words.findIndex((word, at) => word === 'gcloud' && words[at + 1] === 'secrets');
    const [verb, ...rest] = words.slice(start + 2);
    const named = verb === 'versions' && rest[0] === 'add' ? rest.slice(1) : verb === 'create' ? rest : [];
    const secret = named.find((word, at) => !word.startsWith('-') && !named[at - 1]?.startsWith('--'));
    const flag = named.findIndex((word) => word.startsWith('--data-file'));
    const given =
      flag < 0 ? undefined : named[flag]!.includes('=') ? named[flag]!.replace(/^[^=]*=/, '') : named[flag + 1];
    const cat = words.indexOf('cat');
    const file = given === '-' && cat >= 0 && cat < start ? words[cat + 1] : given;
    if (secret === undefined || file === undefined || !isLiteral(secret) || !isLiteral(file)) continue;
    yield { secret, file, folders };
  }
}

function isLiteral(text: string): boolean {
  return text !== '' && text !== '-' && !/[$`{}*?<>]/.test(text);
}
