import type { Diagnostic } from '../diagnostic.ts';
import type { Graph } from '../graph/graph.ts';
import { graphOf } from '../graph/model.ts';
import { instanceOf } from '../instance/instance.ts';
import { ManifestFile } from '../model/manifest-file.ts';
import type { Policy } from '../policy/policy.ts';
import { YamlSource } from '../yaml/source.ts';

/**
 * The picture of every workload in a text, in order, with these findings of it: services for a cluster too, and the
 * team's own images as what the configuration says they are. Empty where the text holds no workload.
 */
export function drawText(
  path: string,
  text: string,
  { userProducts }: Pick<Policy, 'userProducts'>,
  diagnostics: readonly Diagnostic[],
): readonly Graph[] {
  const { workloads } = new ManifestFile(new YamlSource(path, text), { explicit: true, target: 'cloud-run' });
  return workloads.map((workload) => {
    instanceOf(workload, userProducts);
    return graphOf(workload, diagnostics);
  });
}
