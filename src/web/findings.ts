/// <reference lib="dom" />
import type { Diagnostic } from '../diagnostic.ts';
import type { Range, Span } from '../tree/span.ts';
import { make } from './elements.ts';

/** What the list of findings can do. */
export interface FindingActions {
  /** Shows the place in the editor. */
  readonly go: (path: string, place: Span) => void;
  /** Opens the page of a rule. */
  readonly explain: (rule: string) => void;
  /** Makes the fix of one finding. */
  readonly fix: (diagnostic: Diagnostic) => void;
}

/**
 * The findings as a list; each leads to its place, to its rule and, where there is one, to its fix.
 *
 * @param isTree whether places have to name their file
 */
export function findingList(diagnostics: readonly Diagnostic[], isTree: boolean, actions: FindingActions): HTMLElement {
  const placeIn = (path: string, { range, span }: { readonly range: Range; readonly span: Span }): HTMLElement => {
    const line = range.start.line;
    return button(isTree ? `${path} line ${line}` : `Line ${line}`, 'place', () => actions.go(path, span));
  };
  const items = diagnostics.map((diagnostic) => {
    const { path, severity, message, rule, related, help, fix } = diagnostic;
    const more = related.map((one) =>
      make('p', { class: 'related' }, [placeIn(one.path ?? path, one), ` ${one.message}`]),
    );
    const offers = [button(rule, 'rule', () => actions.explain(rule))];
    if (fix) {
      const title = fix.safe ? `Fix: ${fix.title}` : `Fix, after a look: ${fix.title}`;
      offers.push(button(title, 'fix', () => actions.fix(diagnostic)));
    }
    return make('li', { class: severity }, [
      make('p', {}, [make('strong', {}, [severity]), ' ', placeIn(path, diagnostic), ' ', message]),
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

/** How many there are of each severity, in words. */
export function summaryOf(diagnostics: readonly Diagnostic[], resources: number): string {
  if (resources === 0 && diagnostics.length === 0) return 'No Cloud Run service, job, worker pool or instance here.';
  const parts = (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const count = diagnostics.filter((one) => one.severity === severity).length;
    return count === 0 ? [] : [`${count} ${severity}${count === 1 || severity === 'info' ? '' : 's'}`];
  });
  return parts.length === 0 ? 'No problems.' : parts.join(', ');
}
