import { instanceOf } from '../instance/instance.ts';
import type { Completion } from './complete-keys.ts';
import { portsOf } from './complete-values.ts';
import { fieldAt } from './field-at.ts';
import type { Snapshot } from './open-file.ts';

/** The kinds of each group of the API, which are written before anything can be recognised. */
const kinds: readonly (readonly [group: RegExp, kinds: readonly string[]])[] = [
  [/^apiVersion:\s*["']?serving\.knative\.dev\//m, ['Service']],
  [/^apiVersion:\s*["']?run\.googleapis\.com\//m, ['Job', 'WorkerPool', 'Instance']],
];

/** The kinds that a document may be of, where its apiVersion is Cloud Run's. */
export function kindsAt(text: string, offset: number): readonly Completion[] {
  const start = text.lastIndexOf('\n---', offset) + 1;
  const end = text.indexOf('\n---', offset);
  const document = text.slice(start, end === -1 ? undefined : end);
  const found = kinds.find(([group]) => group.test(document))?.[1] ?? [];
  return found.map((kind) => ({ label: kind, insert: kind, kind: 'value' }));
}

/** The ports that other containers listen on, where an address has the port of this very instance. */
export function portsAt({ text, mark, analyse }: Snapshot, start: number, end: number): readonly Completion[] {
  // A colon at the end of a text makes a key of it.
  const { file } = analyse(`${mark + text.slice(0, start)}1${text.slice(end)}`);
  const at = fieldAt(file, start);
  const own = at?.workload.containerAt(at.field.path);
  if (!at || !own) return [];
  const { workload } = at;
  const others = workload.containers.filter((container) => container !== own);
  return portsOf(others.flatMap((container) => instanceOf(workload).of(container).listeners));
}
