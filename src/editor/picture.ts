import { graphFormats } from '../graph/formats.ts';
import { graphOf } from '../graph/model.ts';
import type { Snapshot } from './open-file.ts';

/** The picture of every workload of a text with what is found there, as SVG; undefined where there is none to draw. */
export async function pictureOf({ file, diagnostics, elsewhere }: Snapshot): Promise<string | undefined> {
  const graphs = (file?.workloads ?? []).map((workload) => graphOf(workload, [...diagnostics, ...elsewhere]));
  return graphs.length > 0 ? (await graphFormats.svg())(graphs) : undefined;
}
