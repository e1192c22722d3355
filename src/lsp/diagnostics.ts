import type { DiagnosticRelatedInformation, DiagnosticTag, Range, Diagnostic as Shown } from 'vscode-languageserver';
import { rules } from '../../rules/index.ts';
import type { Diagnostic, Severity } from '../diagnostic.ts';
import type { Snapshot } from '../editor/open-file.ts';
import { groupBy } from '../group-by.ts';
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

/** A document whose findings are shown, and who shows them. */
export interface Shower {
  /** As findings name it. */
  readonly path: string;
  /** Its address. */
  readonly uri: string;
  /** What it can show. */
  readonly able: DiagnosticAbilities;
  /** Knows the addresses of files. */
  readonly host: Host;
}

/** The findings in a text that count, as a client shows them. */
export function shownDiagnostics(snapshot: Snapshot, shower: Shower): Shown[] {
  const places = placesOf(snapshot);
  return counted(snapshot.diagnostics).map((diagnostic) =>
    shown(diagnostic, places.range(diagnostic.span), relatedOf(diagnostic, places, shower), shower.able),
  );
}

/** What was found with a text and lies in files beside it, by their addresses. */
export function shownElsewhere(snapshot: Snapshot, shower: Shower): ReadonlyMap<string, readonly Shown[]> {
  const places = placesOf(snapshot);
  const found = counted(snapshot.elsewhere).map((diagnostic): readonly [string, Shown] => {
    const related = [...relatedOf(diagnostic, places, shower), ...originOf(diagnostic, places, shower)];
    const uri = shower.host.uriOf(diagnostic.path);
    return [uri, shown(diagnostic, toRange(diagnostic.range), related, shower.able)];
  });
  const byUri = groupBy(found, ([uri]) => uri);
  return new Map([...byUri].map(([uri, those]) => [uri, those.map(([, one]) => one)]));
}

function counted(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.filter(({ suppressed }) => !suppressed);
}

function shown(
  { rule, severity, message, help }: Diagnostic,
  range: Range,
  related: DiagnosticRelatedInformation[],
  able: DiagnosticAbilities,
): Shown {
  const href = pageUrls.get(rule);
  const tag = tagsOf[rule];
  return {
    range,
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
  { related, path: own }: Diagnostic,
  places: Places,
  { path, uri, host }: Shower,
): DiagnosticRelatedInformation[] {
  return related.map((other) => {
    const file = other.path ?? own;
    const location =
      file === path ? { uri, range: places.range(other.span) } : { uri: host.uriOf(file), range: toRange(other.range) };
    return { location, message: other.message };
  });
}

/** Leads from a finding in another file to the manifest that it was found from, unless a related place does already. */
function originOf(
  { about, related }: Diagnostic,
  places: Places,
  { path, uri }: Shower,
): DiagnosticRelatedInformation[] {
  if (!about || related.some((other) => other.path === path)) return [];
  return [{ location: { uri, range: places.range(about.span) }, message: 'It was found from here.' }];
}

/** A mistake in a configuration, as a client shows it. */
export function shownTrouble({ range, message }: Trouble): Shown {
  return { range, severity: severities.error, source: 'cloudrun-lint', message };
}
