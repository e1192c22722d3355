import type { TextEdit } from '../diagnostic.ts';
import { pushAll } from '../group-by.ts';
import { Container } from '../model/container.ts';
import { EditSet } from '../policy/apply-edits.ts';
import { type Occurrence, occurrenceAt, occurrencesIn } from './names.ts';
import type { Snapshot } from './open-file.ts';

/** What a name may be: https://cloud.google.com/run/docs/reference/rest/v1/Container. */
const label = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** The name at an offset that can be given anew; undefined where there is none. */
export function renameableAt(snapshot: Snapshot, offset: number): Occurrence | undefined {
  const found = occurrenceAt(snapshot, offset);
  if (!found || found.role === 'address' || snapshot.blanked) return undefined;
  return found;
}

/** Edits that give a container or a volume another name wherever it is meant, or a sentence that says why not. */
export function rename(snapshot: Snapshot, offset: number, name: string): readonly TextEdit[] | string {
  const found = renameableAt(snapshot, offset);
  if (!found) return 'There is no name of a container or a volume here.';
  const kind = found.of instanceof Container ? 'container' : 'volume';
  if (!label.test(name))
    return `A ${kind} cannot be called "${name}": lower case letters, digits and hyphens, 63 at most.`;
  const all = occurrencesIn(snapshot);
  const isTaken = all.some(
    ({ of, role }) =>
      role === 'definition' &&
      of !== found.of &&
      of.constructor === found.of.constructor &&
      of.name === name &&
      sameList(of, found.of),
  );
  if (isTaken) return `There is a ${kind} "${name}" already.`;
  const edits = new EditSet();
  const made: TextEdit[] = [];
  for (const occurrence of all.filter(({ of }) => of === found.of)) {
    const part = occurrence.rename(name);
    if (!part) return `"${found.of.name}" cannot be changed everywhere: one of its places is shared with another one.`;
    // The same place may be met twice, such as a host that two settings share.
    if (edits.add(part)) pushAll(made, part);
  }
  return made.sort((a, b) => a.start - b.start);
}

function sameList(a: Occurrence['of'], b: Occurrence['of']): boolean {
  return a.field.parent === b.field.parent;
}
