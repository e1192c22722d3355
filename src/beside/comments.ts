import { onceEach } from '../once.ts';
import { baseName } from '../text/path.ts';
import type { Comment } from '../tree/source.ts';
import type { SourceText } from '../tree/source-text.ts';
import type { Span } from '../tree/span.ts';
import { parseDockerfile } from './dockerfile/parse.ts';
import { type Directive, parseNginx } from './nginx/parse.ts';
import { yamlOf } from './open-yaml.ts';

/** A file with its comments, and what begins on its lines: what ignore comments need to know of it. */
export interface Commented {
  /** As findings count in it. */
  readonly source: SourceText;
  /** In order. */
  readonly comments: readonly Comment[];
  /** Where the first statement begins: a comment for the whole file stands above it. */
  readonly firstStatement: number;
  /** What begins on each of the given lines (1-based). */
  scopesOfLines(lines: ReadonlySet<number>): ReadonlyMap<number, Span>;
}

/** The comments of a file beside a manifest, in the language that its name tells. */
export const commentedOf = onceEach((source: SourceText): Commented => {
  const name = baseName(source.path);
  if (/\.(?:ya?ml|json)$/i.test(name)) {
    const yaml = yamlOf(source);
    const firstStatement = yaml.documents.find(({ root }) => root)?.root?.span.start ?? 0;
    return { source, comments: yaml.comments, firstStatement, scopesOfLines: (lines) => yaml.scopesOfLines(lines) };
  }
  if (/dockerfile|containerfile/i.test(name)) {
    const { comments, instructions } = parseDockerfile(source);
    const spans = instructions.map(({ body }) => ({ ...body.span, start: lineStart(source, body.span.start) }));
    return asCommented(source, comments, spans);
  }
  const { comments, directives } = parseNginx(source);
  return asCommented(source, comments, [...spansOf(directives)]);
});

function asCommented(source: SourceText, comments: readonly Comment[], spans: readonly Span[]): Commented {
  return {
    source,
    comments,
    firstStatement: spans[0]?.start ?? 0,
    scopesOfLines(lines) {
      const scopes = new Map<number, Span>();
      for (const { start, end } of spans) {
        const { line } = source.position(start);
        const known = scopes.get(line);
        const from = lineStart(source, start);
        if (lines.has(line))
          scopes.set(line, { start: from, end: Math.max(end, known?.end ?? 0, source.lines.span(line).end) });
      }
      return scopes;
    },
  };
}

function* spansOf(directives: readonly Directive[]): Generator<Span> {
  for (const { span, block } of directives) {
    yield span;
    if (block) yield* spansOf(block);
  }
}

function lineStart(source: SourceText, offset: number): number {
  return source.lines.span(source.position(offset).line).start;
}
