/// <reference lib="dom" />
import type { Diagnostic } from '../diagnostic.ts';
import { make } from './elements.ts';

/** What the list of findings can do. */
export interface FindingActions {
  /** Shows the place in the editor. */
  readonly go: (start: number, end: number) => void;
  /** Opens the page of a rule. */
  readonly explain: (rule: string) => void;
  /** Makes the fix of one finding. */
  readonly fix: (diagnostic: Diagnostic) => void;
}

/** The findings as a list; each leads to its place, to its rule and, where there is one, to its fix. */
export function findingList(diagnostics: readonly Diagnostic[], actions: FindingActions): HTMLElement {
  const items = diagnostics.map((diagnostic) => {
    const { severity, message, range, span, rule, related = [], help, fix } = diagnostic;
    const place = button(`Line ${range.start.line}`, 'place', () => actions.go(span.start, span.end));
    const more = related.map((one) =>
      make('p', { class: 'related' }, [
        button(`Line ${one.range.start.line}`, 'place', () => actions.go(one.span.start, one.span.end)),
        ` ${one.message}`,
      ]),
    );
    const offers = [button(rule, 'rule', () => actions.explain(rule))];
    if (fix) {
      const title = fix.safe ? `Fix: ${fix.title}` : `Fix, after a look: ${fix.title}`;
      offers.push(button(title, 'fix', () => actions.fix(diagnostic)));
    }
    return make('li', { class: severity }, [
      make('p', {}, [make('strong', {}, [severity]), ' ', place, ' ', message]),
      ...more,
      ...(help ? [make('p', { class: 'help' }, [help])] : []),
      make('p', {}, offers),
    ]);
  });
  return make('ol', { class: 'findings' }, items);
}

function button(text: string, kind: string, action: () => void): HTMLElement {
  const made = make('button', { type: 'button', class: kind }, [text]);
  made.addEventListener('click', action);
  return made;
}
