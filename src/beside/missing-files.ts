import { productById } from '../catalogue/by-id.ts';
import { isOlder } from '../model/image-version.ts';
import type { VolumeMount } from '../model/volume.ts';
import type { Setup } from './configuration.ts';
import { type NamedFile, namedFiles } from './named-files.ts';

/** Products whose images have the main file alone where a configuration may lie. */
const bare = /^(?:otel-collector|otelcol-google|envoy$)/;

/** Configurations that the command line of the makers' image names, and that are not in it. */
export function missingFiles(id: string, setup: Setup): readonly NamedFile[] {
  const { base, container } = setup;
  // Collectors had other folders once.
  if (!bare.test(id) || isOlder(base, '0.60.0') === true) return [];
  const main = productById(id)?.config?.main;
  return namedFiles(id, setup.commandLine).filter(({ path }) => {
    if (!/^\/[\w./-]+\.(?:ya?ml|json)$/.test(path) || path === main) return false;
    const image = setup.filesIn([path.slice(0, path.lastIndexOf('/')) || '/']);
    if (image.copied.has(path) || image.mayDiffer(path)) return false;
    return !setup.isMounted(path) || (hidesNothing(setup) && container.mounts.every((mount) => lacks(mount, path)));
  });
}

function hidesNothing({ container }: Setup): boolean {
  return !container.field.get('volumeMounts').mayHoldMore;
}

/** Whether a mount surely has no such file: it lies elsewhere, or its secret shows other files. */
function lacks(mount: VolumeMount, path: string): boolean {
  if (mount.path === undefined || mount.field.get('subPath').exists) return false;
  if (!mount.holds(path)) return !mount.path.startsWith(`${path}/`);
  const files = mount.volume?.files ?? [];
  return files.length > 0 && !files.some((name) => `${mount.path}/${name}` === path);
}
