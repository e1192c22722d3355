/// <reference lib="dom" />
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { bracketMatching, HighlightStyle, indentOnInput, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { lintGutter, lintKeymap, type Diagnostic as Mark, setDiagnostics } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { Compartment, EditorState } from '@codemirror/state';
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

/** What an editor is made with. */
export interface EditorOptions {
  /** An element with nothing in it; the editor lives in a shadow root, where its style sheets obey a strict policy. */
  readonly host: HTMLElement;
  /** What a screen reader calls it. */
  readonly label: string;
  /** The first text. */
  readonly text: string;
  /** After each change that a person makes. */
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

/** An editor for a text, with findings at their places. Tab leaves it, so that the keyboard alone gets everywhere. */
export class Editor {
  readonly #view: EditorView;
  readonly #language = new Compartment();

  /** Builds it into its host at once. */
  constructor({ host, label, text, onChange }: EditorOptions) {
    const root = host.attachShadow({ mode: 'open' });
    this.#view = new EditorView({
      root,
      parent: root,
      state: EditorState.create({
        doc: text,
        extensions: [
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
          this.#language.of(yaml()),
          EditorView.contentAttributes.of({ 'aria-label': label }),
          EditorView.lineWrapping,
          keymap.of([...defaultKeymap, ...historyKeymap, ...searchKeymap, ...lintKeymap]),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) onChange();
          }),
        ],
      }),
    });
    // Who has only a keyboard scrolls it without moving the cursor.
    this.#view.scrollDOM.tabIndex = 0;
  }

  /** What stands in it. */
  get text(): string {
    return this.#view.state.doc.toString();
  }

  /** Another text in place of this one; undo brings it back. */
  set text(text: string) {
    const { doc } = this.#view.state;
    if (text === doc.toString()) return;
    this.#view.dispatch({ changes: { from: 0, to: doc.length, insert: text } });
  }

  /** Colours YAML, or nothing. */
  set isYaml(isYaml: boolean) {
    this.#view.dispatch({ effects: this.#language.reconfigure(isYaml ? yaml() : []) });
  }

  /** Shows these findings and no others. Those of another version of the text are cut off at its end. */
  show(diagnostics: readonly Diagnostic[]): void {
    const { length } = this.#view.state.doc;
    const marks = diagnostics.map(
      ({ span, severity, message, rule }): Mark => ({
        from: Math.min(span.start, length),
        to: Math.min(span.end, length),
        severity,
        message: `${message} [${rule}]`,
      }),
    );
    this.#view.dispatch(setDiagnostics(this.#view.state, marks));
  }

  /** Selects a stretch of the text, scrolls to it and takes the keyboard. */
  select(start: number, end: number): void {
    const { length } = this.#view.state.doc;
    const [anchor, head] = [Math.min(start, length), Math.min(end, length)];
    this.#view.dispatch({ selection: { anchor, head }, effects: EditorView.scrollIntoView(anchor, { y: 'center' }) });
    this.#view.focus();
  }
}
