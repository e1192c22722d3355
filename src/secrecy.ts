import type { Diagnostic } from './diagnostic.ts';
import { pushAll } from './group-by.ts';
import type { ManifestFile } from './model/manifest-file.ts';
import { secretsOf } from './model/secrets.ts';
import type { Workload } from './model/workload.ts';
import { secretsWritten } from './model/written-secrets.ts';
import { Needles } from './text/needles.ts';
import { inPointer } from './tree/pointer.ts';
import type { Span } from './tree/span.ts';
import { findDuplicateKeys } from './yaml/duplicate-keys.ts';

/** What stands in place of a secret in messages. */
const concealed = '***';

/** In a longer text, secrets are masked where they were found, and not looked for a second time. In UTF-16 units. */
const longestSearched = 4_000_000;

/** The secrets that a file holds in plain text, so that nothing that is said or shown of the file holds them. */
export class Secrets {
  readonly #spans: readonly Span[];
  readonly #needles: Needles;

  /**
   * @param spans where they were found, in offsets behind a byte order mark
   * @param texts the secrets as they are read
   */
  constructor(spans: readonly Span[], texts: readonly string[]) {
    this.#spans = spans;
    // One of several lines may be shown a line at a time, and a pointer has its slashes written out.
    const lines = texts.flatMap((text) => text.split(/\r\n|\r|\n/)).map((line) => line.trim());
    this.#needles = new Needles(lines.flatMap((line) => [line, inPointer(line)]));
  }

  /** A text with `***` for each secret in it. */
  conceal(text: string): string {
    if (this.#needles.isEmpty) return text;
    let result = '';
    let behind = 0;
    for (const { start, end } of this.#needles.findIn(text)) {
      result += text.slice(behind, start) + concealed;
      behind = end;
    }
    return behind === 0 ? text : result + text.slice(behind);
  }

  /** Whether a text holds one of them. */
  isIn(text: string): boolean {
    return !this.#needles.isEmpty && !this.#needles.findIn(text).next().done;
  }

  /** Where they stand in the file that they were found in: there, and wherever else it has the same characters. */
  spansIn(text: string): readonly Span[] {
    const again = text.length > longestSearched ? [] : [...this.#needles.findIn(text)];
    return [...this.#spans, ...again];
  }

  /** The file's text, without byte order mark, with a star for each of their characters: every place stays. */
  mask(text: string): string {
    const stars = this.spansIn(text).toSorted((a, b) => a.start - b.start || b.end - a.end);
    const parts: string[] = [];
    let behind = 0;
    for (const span of stars) {
      const start = Math.max(span.start, behind);
      if (span.end <= start) continue;
      parts.push(text.slice(behind, start), starred(text.slice(start, span.end)));
      behind = span.end;
    }
    return parts.join('') + text.slice(behind);
  }

  /** A finding that says nothing of them. Its fix still has the edits that it needs to be made. */
  concealIn(diagnostic: Diagnostic): Diagnostic {
    const conceal = (text: string): string => this.conceal(text);
    const { help, predicts, subject, related, fix, suppressed } = diagnostic;
    return {
      ...diagnostic,
      message: conceal(diagnostic.message),
      ...(help !== undefined && { help: conceal(help) }),
      ...(predicts !== undefined && { predicts: conceal(predicts) }),
      pointer: conceal(diagnostic.pointer),
      fingerprint: conceal(diagnostic.fingerprint),
      ...(subject && {
        subject: {
          ...subject,
          ...(subject.name !== undefined && { name: conceal(subject.name) }),
          ...(subject.container !== undefined && { container: conceal(subject.container) }),
        },
      }),
      related: related.map((place) => ({ ...place, message: conceal(place.message) })),
      ...(fix && { fix: { ...fix, title: conceal(fix.title) } }),
      ...(suppressed?.reason !== undefined && { suppressed: { ...suppressed, reason: conceal(suppressed.reason) } }),
    };
  }
}

/** Quotes, line breaks and what indents a line stay. */
function starred(secret: string): string {
  const [, open = '', inner = secret, close = ''] = /^(["'])(.*)(\1)$/s.exec(secret) ?? [];
  return open + inner.replace(/^[ \t]+|[^\r\n]/gm, (part) => (/^[ \t]/.test(part) ? part : '*')) + close;
}

/** The secrets of a file that was read; undefined where it has none. */
export function secretsIn({ workloads, source }: ManifestFile): Secrets | undefined {
  const spans: Span[] = [];
  const texts: string[] = [];
  for (const workload of workloads) addOf(workload, spans, texts);
  if (isReadInPart({ workloads, source })) {
    for (const { span, text } of secretsWritten(source.text)) {
      spans.push(span);
      texts.push(text);
    }
  }
  return spans.length > 0 ? new Secrets(spans, texts) : undefined;
}

/**
 * Whether a file holds more than its workloads tell: what cannot be read, what is no workload, and the second of two
 * keys, of which only the first is read. In HCL what is broken is no document.
 */
function isReadInPart({ workloads, source }: Pick<ManifestFile, 'workloads' | 'source'>): boolean {
  if (source.language === 'hcl' || source.documents.length > workloads.length) return true;
  if (source.documents.some(({ problem }) => problem)) return true;
  return workloads.some(({ field }) => [...findDuplicateKeys(field)].length > 0);
}

/** The secrets of a file that was read beside a manifest; undefined where it has none. */
export function secretsBeside(text: string): Secrets | undefined {
  const found = [...secretsWritten(text, true)];
  if (found.length === 0) return undefined;
  return new Secrets(
    found.map(({ span }) => span),
    found.map(({ text: secret }) => secret),
  );
}

/** The secrets of one workload; undefined where it has none. */
export function secretsOfWorkload(workload: Workload): Secrets | undefined {
  const spans: Span[] = [];
  const texts: string[] = [];
  addOf(workload, spans, texts);
  return spans.length > 0 ? new Secrets(spans, texts) : undefined;
}

function addOf(workload: Workload, spans: Span[], texts: string[]): void {
  for (const secret of secretsOf(workload)) {
    pushAll(spans, secret.spans);
    pushAll(texts, secret.texts);
    // A password of three characters is found only with what stands around it.
    for (const text of secret.texts) if (text.length < 4) texts.push(around(secret.value, text));
  }
}

function around(value: string, text: string): string {
  const at = value.indexOf(`:${text}@`);
  return at === -1 ? value : value.slice(Math.max(0, at - 3), at + text.length + 2);
}
