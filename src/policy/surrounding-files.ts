import { Field } from '../tree/field.ts';
import { YamlSource } from '../yaml/source.ts';

/** Files that say how others are deployed, by name, and what they hold where that is to Cloud Run. */
export const deployerFiles: ReadonlyMap<string, RegExp> = new Map(
  ['yaml', 'yml'].flatMap((ending) => [
    // https://skaffold.dev/docs/deployers/cloudrun/
    [`skaffold.${ending}`, /^[ \t]*cloudrun[ \t]*:/m] as const,
    // https://cloud.google.com/deploy/docs/deploy-app-run
    [`clouddeploy.${ending}`, /^[ \t]*run[ \t]*:/m] as const,
  ]),
);

/** What kustomize reads in a folder: https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/ */
export const kustomizationNames = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];

interface Kustomization {
  readonly patches?: { readonly path?: string }[];
  readonly patchesStrategicMerge?: string[];
}

/** The files that a kustomization lays over others, as it names them, from its own folder. */
export function* patchesIn(path: string, text: string): Generator<string> {
  for (const document of new YamlSource(path, text).documents) {
    if (document.problem) continue;
    const root = Field.root<Kustomization>(document);
    const paths = [
      ...root.get('patches').items.map((patch) => patch.get('path')),
      ...root.get('patchesStrategicMerge').items,
    ];
    for (const { text: named } of paths) if (named) yield named;
  }
}
