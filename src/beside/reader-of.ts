import type { Container } from '../model/container.ts';
import type { Workload } from '../model/workload.ts';
import { besideOf } from './beside.ts';

/** The container that a file beside the manifest belongs to, by the file's name; undefined for none or several. */
export function readerOf(workload: Workload, name: string): Container | undefined {
  const readers = workload.containers.filter((container) => {
    const beside = besideOf(container);
    return (
      beside?.link?.source.path === name || beside?.configuration?.files.some(({ source }) => source.path === name)
    );
  });
  return readers.length === 1 ? readers[0] : undefined;
}
