import type { Defect } from '../facts.ts';
import { below, type Open } from '../open-yaml.ts';
import { type Components, sections } from './components.ts';

/**
 * What a pipeline or the service names and the file does not describe: the collector then exits, as
 * `references receiver "x" which is not configured`. A section that another file fills in is passed over.
 */
export function* undefinedComponents({ described, references }: Components, root: Open): Generator<Defect> {
  const knownByKinds = new Map<string, readonly string[] | undefined>();
  for (const { name, kinds, on } of references) {
    if (kinds.some((kind) => described[kind].has(name))) continue;
    const key = kinds.join();
    if (!knownByKinds.has(key)) {
      const isOpen = kinds.some((kind) => mayHoldMore(below(root, sections[kind])));
      knownByKinds.set(key, isOpen ? undefined : kinds.flatMap((kind) => [...described[kind].keys()]));
    }
    const known = knownByKinds.get(key);
    if (!known) continue;
    yield { kind: 'undefined-component', on, what: kinds[0]!, name, known };
  }
}

/** Whether a section may come from elsewhere: `${file:receivers.yaml}`, or keys that are joined with `::`. */
function mayHoldMore(section: Open): boolean {
  return section.isScalar || section.mayHoldMore || section.keys.some((key) => key.includes('::') || key.includes('$'));
}
