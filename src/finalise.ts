import { readerOf } from './beside/reader-of.ts';
import type { Diagnostic, DiagnosticFix, Related, Severity, Subject } from './diagnostic.ts';
import { originOf } from './dialect/origin.ts';
import { wordsOf } from './dialect/view.ts';
import type { Workload } from './model/workload.ts';
import type { Finding, Fix } from './rule.ts';
import { pathFrom } from './text/path.ts';
import { manifestWords, spelled, type Text, type Vocabulary } from './text/say.ts';
import { oneLine, unquoteNameless } from './text/sentences.ts';
import type { Placed, Segment } from './tree/field.ts';
import { toPointer } from './tree/pointer.ts';

/** What a finding was about and who found it. */
export interface Origin {
  /** The file that was linted: findings may lie in others. */
  readonly path: string;
  /** The rule's id; `internal-error` for one that crashed. */
  readonly rule: string;
  /** What the rule has in this run. Overrides may still change it. */
  readonly severity: Severity;
  /** What the rule says to write for every finding alike; undefined where each says it. */
  readonly help?: Text | undefined;
  /** What the rule says of every finding alike, see `predictsAlike`; undefined where it says no such thing. */
  readonly predicts?: string | undefined;
  /** undefined for findings about a file as a whole. */
  readonly workload: Workload | undefined;
}

const none: readonly [] = [];

/** Makes a finding independent of the model: places become numbers, names become identity. */
export function finalise(finding: Finding, { path, rule, severity, workload, ...alike }: Origin): Diagnostic {
  const { on, message, help = alike.help, related = none, fix, predicts = alike.predicts } = finding;
  const { source, span } = on;
  const isElsewhere = source.path !== path;
  const about = isElsewhere ? (finding.about ?? placeInManifest(workload, source.path)) : on;
  const subject = workload && describeSubject(workload, about?.path ?? []);
  const origin = workload && originOf(workload.field.node);
  const words = origin ? wordsOf(origin) : manifestWords;
  const owner = origin?.address ?? (subject ? `${subject.kind}/${subject.name ?? ''}` : '');
  return {
    path: source.path,
    rule,
    severity,
    message: sentence(message, words),
    ...(help !== undefined && { help: sentence(help, words) }),
    // What is published are gcloud's words, which nothing else runs.
    ...(predicts !== undefined && !origin && { predicts: oneLine(predicts) }),
    range: source.range(span),
    span,
    pointer: toPointer(origin && !isElsewhere ? origin.pathOf(on.path) : on.path),
    fingerprint: `${rule}:${owner}:${isElsewhere ? pathFrom(path, source.path) : ''}${toPointer(on.stablePath)}`,
    ...(isElsewhere && { about: { path, span: about?.span ?? { start: 0, end: 0 } } }),
    ...(subject && { subject }),
    ...(origin && { form: origin.kind.form }),
    related: related.map((other): Related => {
      const { source: its, span: where } = other.on;
      const there = its.path === source.path ? {} : { path: its.path };
      return { ...there, message: sentence(other.message, words), range: its.range(where), span: where };
    }),
    // Only what was linted is ever fixed.
    ...(fix && !isElsewhere && { fix: finaliseFix(fix, words, workload) }),
  };
}

/** What a finding in another file is about in the manifest: the container that the file belongs to, where one alone does. */
function placeInManifest(workload: Workload | undefined, name: string): Placed | undefined {
  return workload && (readerOf(workload, name)?.field ?? workload.field);
}

/** A text in the words of the dialect, on one line. */
function sentence(text: Text, words: Vocabulary): string {
  return unquoteNameless(oneLine(spelled(text, words)));
}

function finaliseFix({ title, safe, edits }: Fix, words: Vocabulary, workload: Workload | undefined): DiagnosticFix {
  const source = workload?.field.source;
  const finished = source?.editor?.finish?.(source, edits) ?? edits;
  const ordered = [...finished].sort((a, b) => a.start - b.start || a.end - b.end);
  return { title: sentence(title, words), safe, edits: ordered };
}

function describeSubject(workload: Workload, path: readonly Segment[]): Subject {
  const container = workload.containerAt(path)?.name;
  return {
    kind: workload.kind,
    ...(workload.name !== undefined && { name: workload.name }),
    ...(container !== undefined && { container }),
  };
}
