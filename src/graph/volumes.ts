import type { Volume, VolumeSource } from '../model/volume.ts';
import type { Workload } from '../model/workload.ts';
import { hasMark } from '../text/placeholder.ts';
import { asWritten, drawn } from './as-written.ts';
import type { Builder, Node } from './builder.ts';
import type { Places } from './marks.ts';

/** Draws the volumes and who mounts them where. */
export function drawVolumes(workload: Workload, nodes: readonly Node[], builder: Builder, places: Places): void {
  for (const volume of workload.volumes) {
    const name = asWritten(volume.field.get('name')) ?? '';
    const node = builder.node('volume', name, () => ({
      label: drawn(name) || 'unnamed',
      notes: volumeNotes(volume),
      source: volume.sources[0],
    }));
    places.claimField(volume.field, node);
  }
  const defined = new Set(workload.volumes.map(({ field }) => asWritten(field.get('name')) ?? ''));
  for (const [index, container] of workload.containers.entries()) {
    for (const mount of container.mounts) {
      const name = asWritten(mount.field.get('name'));
      if (name === undefined) continue;
      const node = defined.has(name)
        ? builder.node('volume', name, () => ({ label: drawn(name), notes: [] }))
        : builder.node('missing', `volume ${name}`, () => ({ label: drawn(name), notes: [missingVolume(name)] }));
      const edge = builder.edge('mount', nodes[index]!, node, drawn(asWritten(mount.field.get('mountPath')) ?? ''));
      places.claimField(mount.field, edge);
    }
  }
}

function missingVolume(name: string): string {
  return hasMark(name) ? 'a volume' : 'no such volume';
}

/** What a volume is made of, source by source. */
function volumeNotes(volume: Volume): readonly string[] {
  return volume.sources.map((source) => drawn(describe[source](volume)));
}

const describe: Readonly<Record<VolumeSource, (volume: Volume) => string>> = {
  secret: ({ field }) => `secret ${asWritten(field.get('secret').get('secretName')) ?? ''}`,
  emptyDir: ({ field, isMemory }) => {
    const size = asWritten(field.get('emptyDir').get('sizeLimit'));
    return `${isMemory ? 'in memory' : 'empty folder'}${size === undefined ? '' : `, ${size}`}`;
  },
  csi: ({ field }) => `bucket ${asWritten(field.get('csi').get('volumeAttributes').get('bucketName')) ?? ''}`,
  nfs: ({ field }) => {
    const nfs = field.get('nfs');
    return `NFS ${asWritten(nfs.get('server')) ?? ''}:${asWritten(nfs.get('path')) ?? ''}`;
  },
};
