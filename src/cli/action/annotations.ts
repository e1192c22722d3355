/** The kinds of annotation, and what a reader calls many of them. */
const kinds = { error: 'errors', warning: 'warnings', notice: 'notices' } as const;

type Kind = keyof typeof kinds;

/** GitHub shows so many annotations of a kind for each step. */
const MAX_OF_A_KIND = 10;

/** Workflow commands cut down to what GitHub shows. */
export interface Annotations {
  /** At most ten of a kind, without line breaks: errors, then warnings, then notices. */
  readonly commands: readonly string[];
  /** "5 errors": what there is beyond the limit; empty if all are shown. */
  readonly leftOut: readonly string[];
}

/** The first ten of each kind. The `github` format has one command a line, the gravest first. */
export function withinLimits(commands: string): Annotations {
  const all = commands.split('\n').filter((line) => line !== '');
  const ofKind = (kind: Kind) => all.filter((line) => line.startsWith(`::${kind} `));
  const names = Object.keys(kinds) as Kind[];
  return {
    commands: names.flatMap((kind) => ofKind(kind).slice(0, MAX_OF_A_KIND)),
    leftOut: names.flatMap((kind) => {
      const more = ofKind(kind).length - MAX_OF_A_KIND;
      return more > 0 ? [`${more} ${more === 1 ? kind : kinds[kind]}`] : [];
    }),
  };
}
