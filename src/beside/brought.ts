import type { Container } from '../model/container.ts';
import { globTest } from '../text/glob.ts';
import { baseName, folderOf } from '../text/path.ts';
import type { Brought } from './configuration.ts';
import type { Links } from './links.ts';

/** Files that get into a container otherwise than by its Dockerfile: as the team says, or in a secret that a command fills. */
export function broughtTo(container: Container, links: Links): readonly Brought[] {
  const stated = links.statedOf(container);
  return stated && stated.config.length > 0 ? [...statedFiles(stated, links)] : [...filesOfSecrets(container, links)];
}

function* statedFiles(
  { config, at, from }: NonNullable<ReturnType<Links['statedOf']>>,
  { files }: Links,
): Generator<Brought> {
  for (const pattern of config) {
    for (const path of pathsOf(pattern, files)) {
      const source = files.read(path);
      if (source)
        yield {
          source,
          at: at === undefined ? undefined : `${at.replace(/\/$/, '')}/${baseName(path)}`,
          because: from,
        };
    }
  }
}

function pathsOf(pattern: string, files: Links['files']): readonly string[] {
  if (!/[*?[{]/.test(pattern)) return [pattern];
  const folder = folderOf(pattern);
  const isMeant = globTest(baseName(pattern));
  return files
    .list(folder)
    .flatMap((name) => (!name.endsWith('/') && isMeant(name) ? [folder === '' ? name : `${folder}/${name}`] : []));
}

/** https://cloud.google.com/run/docs/configuring/services/secrets */
function* filesOfSecrets(container: Container, links: Links): Generator<Brought> {
  for (const { path: folder, volume } of container.mounts) {
    const secret = volume?.field.get('secret');
    const name = secret?.get('secretName').value;
    if (!secret?.exists || folder === undefined || name === undefined) continue;
    const items = secret.get('items').items;
    const shown = items.length > 0 ? items.map((item) => item.get('path').value) : [name];
    const file = links.secretFile(name);
    // Of several versions nobody knows which one the file is.
    if (!file || shown.length !== 1 || shown[0] === undefined) continue;
    yield { source: file.source, at: `${folder}/${shown[0]}`, because: `secret "${name}", by ${file.because}` };
  }
}
