import { linksOf } from '../beside/links.ts';
import type { Member } from './member.ts';

/** The files that belong to a container, each as a row: the container, the file, and what tied it. */
export function describeNeighbours({ beside, container, label }: Member): readonly string[][] {
  const link = beside?.link ?? linksOf(container.workload)?.of(container);
  const base = beside?.build.base ? `, FROM ${beside.build.base.text}` : '';
  const doubt = beside ? '' : ', not sure enough to be used';
  const own = link ? [[label, link.source.path, `${link.because}${base}${doubt}`]] : [];
  const files = beside?.configuration?.files ?? [];
  return [...own, ...files.map(({ source, because: how, at }) => [label, source.path, `${how}, as ${at}`])];
}
