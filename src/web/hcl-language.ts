import { StreamLanguage, type StringStream } from '@codemirror/language';

/** Where the reader of a line stands. */
interface State {
  /** What the last line left open; undefined between tokens. */
  open: 'comment' | { readonly heredoc: string } | undefined;
  /** How many brackets are open. */
  depth: number;
}

const words = /^(?:true|false|null|for|in|if|else|endif|endfor)$/;

/** The colours of Terraform's language: comments, texts, names of blocks and attributes. It tells no mistakes. */
export const hclLanguage: StreamLanguage<State> = StreamLanguage.define<State>({
  name: 'hcl',
  languageData: {
    commentTokens: { line: '#', block: { open: '/*', close: '*/' } },
    closeBrackets: { brackets: ['(', '[', '{', '"'] },
  },
  startState: () => ({ open: undefined, depth: 0 }),
  copyState: (state) => ({ ...state }),
  indent: ({ depth }, textAfter, { unit }) => Math.max(0, depth - (/^\s*[)\]}]/.test(textAfter) ? 1 : 0)) * unit,
  token(stream, state) {
    if (state.open === 'comment') return readComment(stream, state);
    if (state.open) return readHeredoc(stream, state, state.open.heredoc);
    const isFirst = stream.sol() || stream.string.slice(0, stream.pos).trim() === '';
    if (stream.eatSpace()) return null;
    if (stream.match('#') || stream.match('//')) {
      stream.skipToEnd();
      return 'comment';
    }
    if (stream.match('/*')) return readComment(stream, state);
    if (stream.match('"')) return readString(stream);
    const heredoc = stream.match(/^<<-?([\w.-]+)$/);
    if (heredoc && heredoc !== true) {
      state.open = { heredoc: heredoc[1]! };
      return 'string';
    }
    if (stream.match(/^\d[\d.]*(?:[eE][+-]?\d+)?/)) return 'number';
    const word = stream.match(/^[\p{L}_][\p{L}\p{N}_-]*/u);
    if (word && word !== true) return nameOf(word[0], stream, isFirst);
    const bracket = stream.next() ?? '';
    if ('([{'.includes(bracket)) state.depth++;
    else if (')]}'.includes(bracket)) state.depth = Math.max(0, state.depth - 1);
    return null;
  },
});

function nameOf(word: string, stream: StringStream, isFirst: boolean): string | null {
  if (stream.match(/^\s*[=:](?![=>])/, false)) return 'propertyName';
  if (isFirst && stream.match(/^\s*[\w"{]/, false)) return 'keyword';
  if (words.test(word)) return 'keyword';
  return null;
}

function readComment(stream: StringStream, state: State): string {
  state.open = stream.skipTo('*/') ? undefined : 'comment';
  if (state.open) stream.skipToEnd();
  else stream.match('*/');
  return 'comment';
}

/** A text up to its end or that of its line; quotes within `${ }` belong to what is put in. */
function readString(stream: StringStream): string {
  let depth = 0;
  for (let character = stream.next(); character; character = stream.next()) {
    if (character === '\\') stream.next();
    else if ((character === '$' || character === '%') && stream.match('{')) depth++;
    else if (character === '{' && depth > 0) depth++;
    else if (character === '}' && depth > 0) depth--;
    else if (character === '"' && depth === 0) break;
  }
  return 'string';
}

function readHeredoc(stream: StringStream, state: State, end: string): string {
  if (stream.string.trim() === end) state.open = undefined;
  stream.skipToEnd();
  return 'string';
}
