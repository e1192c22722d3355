import type { Difference } from './compare.ts';

/** A difference that is meant, and why. */
export interface Exception {
  /** The subject of the difference; a `*` stands for any text. */
  readonly subject: string;
  /** Why it is right as it is. */
  readonly why: string;
  /** Set where only some descriptions differ so: it may explain nothing. */
  readonly optional?: true;
}

/** The differences that are known and meant. An exception that explains none is out of date, and listed as well. */
export const exceptions: readonly Exception[] = [
  {
    subject: 'field Probe.exec',
    why: 'The description calls it not supported, and gcloud does not decode it: "unsupported-probe" finds it.',
  },
  {
    subject: 'field RevisionSpec.terminationGracePeriodSeconds',
    why: 'gcloud decodes it from release 576 on; the schema marks it as unsupported.',
  },
  {
    subject: 'field Volume.filestore',
    why: 'It stood in the description of 2026-10-31, and is gone in that of 2026-11-08. It is not public.',
    optional: true,
  },
  {
    subject: 'annotation run.googleapis.com/* on WorkerPool',
    why: 'The list of the description leaves out worker pools; their pages and gcloud set these on them.',
  },
  {
    subject: 'annotation run.googleapis.com/scaling-*-target',
    why: 'Generally available since gcloud 587; the list of the v1 description has not followed, the v2 description has.',
  },
  {
    subject: 'annotation run.googleapis.com/ssh-enabled',
    why: 'In preview, so that the list of the v1 description leaves it out; the v2 description has it.',
  },
  {
    subject: 'annotation run.googleapis.com/container-dependencies on Execution',
    why: 'Jobs take it, as the page on sidecars in jobs and gcloud show.',
  },
  {
    subject: 'annotation run.googleapis.com/gpu-zonal-redundancy-disabled on Execution',
    why: 'gcloud sets it on jobs, and Cloud Run asks for it there.',
  },
  {
    subject: 'annotation run.googleapis.com/* on Instance',
    why: 'The v2 description has the same setting for instances; whether the v1 form takes it is not documented, so it passes.',
  },
  {
    subject: 'annotation run.googleapis.com/client-version',
    why: 'gcloud writes it beside "client-name" on everything that it deploys.',
  },
];

/** Sorts differences into those that an exception explains and those that none does; and names exceptions for nothing. */
export function explain(
  found: readonly Difference[],
  known: readonly Exception[],
): {
  readonly unexplained: readonly Difference[];
  readonly explained: readonly (readonly [Difference, Exception])[];
  readonly unused: readonly Exception[];
} {
  const matchers = known.map((exception) => [exception, matcher(exception.subject)] as const);
  const explained: (readonly [Difference, Exception])[] = [];
  const unexplained: Difference[] = [];
  for (const difference of found) {
    const match = matchers.find(([, pattern]) => pattern.test(difference.subject));
    if (match) explained.push([difference, match[0]]);
    else unexplained.push(difference);
  }
  const used = new Set(explained.map(([, exception]) => exception));
  return { unexplained, explained, unused: known.filter((exception) => !exception.optional && !used.has(exception)) };
}

function matcher(subject: string): RegExp {
  const literal = (text: string): string => text.replace(/[\\^$.|?+()[\]{}]/g, '\\$&');
  return new RegExp(`^${subject.split('*').map(literal).join('.*')}$`);
}
