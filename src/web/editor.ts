/// <reference lib="dom" />
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching, HighlightStyle, indentOnInput, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { lintGutter, lintKeymap, type Diagnostic as Mark, setDiagnostics } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { Compartment, EditorState, type Extension, type StateEffect } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { tags } from '@lezer/highlight';
import type { Diagnostic } from '../diagnostic.ts';
import { languageOf } from './language-of.ts';

/** What an editor is made with. */
export interface EditorOptions {
  /** An element with nothing in it; the editor lives in a shadow root, where its style sheets obey a strict policy. */
  readonly host: HTMLElement;
  /** After each change of the document that is shown. */
  readonly onChange: () => void;
}

const colors = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--key)' },
  { tag: [tags.string, tags.content], color: 'var(--text)' },
  { tag: tags.comment, color: 'var(--quiet)', fontStyle: 'italic' },
  { tag: [tags.keyword, tags.meta, tags.labelName], color: 'var(--accent)' },
]);

const theme = EditorView.theme({
  '&': { height: '100%', color: 'var(--text)', backgroundColor: 'var(--page)', fontSize: '14px' },
  '&.cm-focused': { outline: '2px solid var(--accent)', outlineOffset: '-2px' },
  '.cm-scroller': { fontFamily: 'ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace', lineHeight: '1.5' },
  '.cm-gutters': { color: 'var(--quiet)', backgroundColor: 'var(--panel)', border: 'none' },
  '.cm-content': { caretColor: 'var(--text)' },
  '.cm-cursor': { borderLeftColor: 'var(--text)' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'var(--active)' },
  '.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': {
    backgroundColor: 'var(--selection)',
  },
  '.cm-tooltip, .cm-panels': { color: 'var(--text)', backgroundColor: 'var(--panel)', border: '1px solid var(--line)' },
  '.cm-diagnostic': { maxWidth: '36em' },
});

/** An editor for several documents, one of which is shown. Tab leaves it, so that the keyboard alone gets everywhere. */
export class Editor {
  readonly #view: EditorView;
  readonly #language = new Compartment();
  readonly #label = new Compartment();
  readonly #common: Extension;
  /** By path. That of the shown document is out of date: the view has the newest. */
  readonly #states = new Map<string, EditorState>();
  #shown = '';
  #marks: readonly Diagnostic[] = [];

  /** Builds it into its host at once, with no document. */
  constructor({ host, onChange }: EditorOptions) {
    const root = host.attachShadow({ mode: 'open' });
    this.#common = [
      lineNumbers(),
      history(),
      drawSelection(),
      indentOnInput(),
      indentUnit.of('  '),
      bracketMatching(),
      highlightActiveLine(),
      highlightActiveLineGutter(),
      highlightSelectionMatches(),
      search({ top: true }),
      lintGutter(),
      syntaxHighlighting(colors),
      theme,
      EditorView.lineWrapping,
      keymap.of([...defaultKeymap, ...historyKeymap, ...searchKeymap, ...lintKeymap]),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) onChange();
      }),
    ];
    this.#view = new EditorView({ root, parent: root });
    // Who has only a keyboard scrolls it without moving the cursor.
    this.#view.scrollDOM.tabIndex = 0;
  }

  /** The document that is shown. */
  get shown(): string {
    return this.#shown;
  }

  /** The text of a document; "" where there is none of this path. */
  text(path: string): string {
    return this.#state(path)?.doc.toString() ?? '';
  }

  /** Another text in place of that of a document, or a new document. Undo brings the old text back. */
  write(path: string, text: string): void {
    const state = this.#state(path);
    if (!state) this.#states.set(path, this.#make(path, text));
    else if (text !== state.doc.toString()) {
      const transaction = state.update({ changes: { from: 0, to: state.doc.length, insert: text } });
      if (path === this.#shown) this.#view.dispatch(transaction);
      else this.#states.set(path, transaction.state);
    }
  }

  /** Takes a document away. That which is shown goes on being shown until another is. */
  remove(path: string): void {
    this.#states.delete(path);
  }

  /** Calls a document something else; its undo history stays. */
  rename(path: string, name: string): void {
    const state = this.#state(path);
    if (!state) return;
    this.#states.delete(path);
    this.#states.set(name, state.update({ effects: this.#asNamed(name) }).state);
    if (path !== this.#shown) return;
    this.#shown = '';
    this.show(name);
  }

  /** Brings a document to the front. */
  show(path: string): void {
    const state = this.#states.get(path);
    if (path === this.#shown || !state) return;
    if (this.#states.has(this.#shown)) this.#states.set(this.#shown, this.#view.state);
    this.#shown = path;
    this.#view.setState(state);
    this.#showMarks();
  }

  /** Shows these findings and no others, each in its document. Those of another version of the text are cut off at its end. */
  mark(diagnostics: readonly Diagnostic[]): void {
    this.#marks = diagnostics;
    this.#showMarks();
  }

  /** Selects a stretch of a document, scrolls to it and takes the keyboard. */
  select(path: string, start: number, end: number): void {
    this.show(path);
    const { length } = this.#view.state.doc;
    const [anchor, head] = [Math.min(start, length), Math.min(end, length)];
    this.#view.dispatch({ selection: { anchor, head }, effects: EditorView.scrollIntoView(anchor, { y: 'center' }) });
    this.#view.focus();
  }

  #state(path: string): EditorState | undefined {
    return path === this.#shown && this.#states.has(path) ? this.#view.state : this.#states.get(path);
  }

  #make(path: string, text: string): EditorState {
    const named = [this.#language.of(languageOf(path)), this.#label.of(labelled(path))];
    return EditorState.create({ doc: text, extensions: [this.#common, named] });
  }

  #asNamed(path: string): StateEffect<unknown>[] {
    return [this.#language.reconfigure(languageOf(path)), this.#label.reconfigure(labelled(path))];
  }

  #showMarks(): void {
    const { length } = this.#view.state.doc;
    const marks = this.#marks
      .filter(({ path }) => path === this.#shown)
      .map(
        ({ span, severity, message, rule }): Mark => ({
          from: Math.min(span.start, length),
          to: Math.min(span.end, length),
          severity,
          message: `${message} [${rule}]`,
        }),
      );
    this.#view.dispatch(setDiagnostics(this.#view.state, marks));
  }
}

/** What a screen reader calls the text. */
function labelled(path: string): Extension {
  return EditorView.contentAttributes.of({ 'aria-label': `Text of ${path}` });
}
