import type { DiagnosticRelatedInformation, DiagnosticTag, Diagnostic as Shown } from 'vscode-languageserver';
import { rules } from '../../rules/index.ts';
import type { Diagnostic, Severity } from '../diagnostic.ts';
import type { Snapshot } from '../editor/open-file.ts';
import { rulePageUrl } from '../links.ts';
import { onceEach } from '../once.ts';
import type { Host, Trouble } from './host.ts';
import { Places, toRange } from './places.ts';

/** What a client can show of a finding. */
export interface DiagnosticAbilities {
  /** Whether it shows other places that take part. */
  readonly related: boolean;
  /** Whether it makes a link of the rule. */
  readonly links: boolean;
  /** Whether it fades out or strikes through what is of no use. */
  readonly tags: boolean;
}

/** By the protocol's numbers. */
const severities: Readonly<Record<Severity, 1 | 2 | 3>> = { error: 1, warning: 2, info: 3 };

/** By the protocol's numbers: an editor fades out what is unnecessary and strikes through what is deprecated. */
const unnecessary: DiagnosticTag = 1;
const deprecated: DiagnosticTag = 2;

/** Rules about what has no effect, or is no longer kept up, by id. */
export const tagsOf: Readonly<Record<string, DiagnosticTag>> = {
  'deprecated-annotation': deprecated,
  'export-noise': unnecessary,
  'ignored-proxy-variable': unnecessary,
  'ignored-requests': unnecessary,
  'ineffective-annotation': unnecessary,
  'ineffective-field': unnecessary,
  'retired-sidecar': deprecated,
  'unused-ignore': unnecessary,
  'unused-volume': unnecessary,
};

const pageUrls: ReadonlyMap<string, string> = new Map(rules.map((rule) => [rule.id, rulePageUrl(rule)]));

/** The places of a snapshot, made once. */
export const placesOf = onceEach((snapshot: Snapshot): Places => new Places(snapshot.mark, snapshot.text));

/** The findings of a text that count, as a client shows them. */
export function shownDiagnostics(
  snapshot: Snapshot,
  path: string,
  uri: string,
  able: DiagnosticAbilities,
  host: Host,
): Shown[] {
  const counted = snapshot.diagnostics.filter(({ suppressed }) => !suppressed);
  return counted.map((diagnostic) => shown(diagnostic, placesOf(snapshot), { path, uri, able, host }));
}

interface Around {
  readonly path: string;
  readonly uri: string;
  readonly able: DiagnosticAbilities;
  readonly host: Host;
}

function shown(diagnostic: Diagnostic, places: Places, around: Around): Shown {
  const { rule, severity, message, help, span, about } = diagnostic;
  const { path, able } = around;
  const href = pageUrls.get(rule);
  const isHere = diagnostic.path === path;
  // What lies in another file is shown at the place that it is about.
  const place = isHere ? span : (about?.span ?? { start: 0, end: 0 });
  const related = relatedOf(diagnostic, places, around);
  const tag = tagsOf[rule];
  return {
    range: places.range(place),
    severity: severities[severity],
    source: 'cloudrun-lint',
    code: rule,
    message: help === undefined ? message : `${message} ${help}`,
    ...(able.links && href !== undefined && { codeDescription: { href } }),
    ...(able.related && related.length > 0 && { relatedInformation: related }),
    ...(able.tags && tag !== undefined && { tags: [tag] }),
  };
}

function relatedOf(
  diagnostic: Diagnostic,
  places: Places,
  { path, uri, host }: Around,
): DiagnosticRelatedInformation[] {
  const { related, message, range } = diagnostic;
  const there = related.map((other) => {
    const file = other.path ?? diagnostic.path;
    const location =
      file === path ? { uri, range: places.range(other.span) } : { uri: host.uriOf(file), range: toRange(other.range) };
    return { location, message: other.message };
  });
  if (diagnostic.path === path) return there;
  return [{ location: { uri: host.uriOf(diagnostic.path), range: toRange(range) }, message }, ...there];
}

/** A mistake in a configuration, as a client shows it. */
export function shownTrouble({ range, message }: Trouble): Shown {
  return { range, severity: severities.error, source: 'cloudrun-lint', message };
}
