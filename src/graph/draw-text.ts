import type { Diagnostic } from '../diagnostic.ts';
import { sourceOf } from '../dialect/source-of.ts';
import { instanceOf } from '../instance/instance.ts';
import { ManifestFile } from '../model/manifest-file.ts';
import type { FilesAround } from '../model/surroundings.ts';
import type { Policy } from '../policy/policy.ts';
import type { Graph } from './graph.ts';
import { graphOf } from './model.ts';

/**
 * The picture of every workload in a text, in order, with these findings of it: services for a cluster too, and the
 * team's own images as what the configuration says they are. Empty where the text holds no workload.
 * @param filesAround the files of the repository, where they may be read
 */
export function drawText(
  path: string,
  text: string,
  { userProducts }: Pick<Policy, 'userProducts'>,
  diagnostics: readonly Diagnostic[],
  filesAround?: () => FilesAround | undefined,
): readonly Graph[] {
  const options = { explicit: true, target: 'cloud-run', filesAround } as const;
  const { workloads } = new ManifestFile(sourceOf(path, text), options);
  return workloads.map((workload) => {
    instanceOf(workload, userProducts);
    return graphOf(workload, diagnostics);
  });
}
