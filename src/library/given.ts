import { pathIn, upwards } from '../beside/files.ts';
import { givenFiles } from '../beside/given-files.ts';
import { isTerraform } from '../dialect/terraform/file.ts';
import type { LintOptions } from '../lint.ts';
import type { Deployer, FilesAround } from '../model/surroundings.ts';
import { statedFor } from '../policy/compiled-beside.ts';
import { overridesOf } from '../policy/overrides.ts';
import type { Policy } from '../policy/policy.ts';
import { deployerFiles, kustomizationNames, patchesIn } from '../policy/surrounding-files.ts';
import { folderOf } from '../text/path.ts';
import { OptionsError } from './types.ts';

/** What linting asks of the files beside a text. */
type Around = Required<Pick<LintOptions, 'filesAround' | 'moduleFiles' | 'deployer' | 'isPatch' | 'overridesAt'>>;

/** What files that are given as texts say of the one at a path. Throws an `OptionsError` where they make no sense. */
export function surroundingsOf(path: string, files: Readonly<Record<string, string>>, policy: Policy): Around {
  const own = pathIn('', path);
  if (own === undefined) throw new OptionsError(`"${path}" does not lie below the folder that "files" count from.`);
  const texts = readFiles(files);
  texts.delete(own);
  const folder = folderOf(own);
  let around: FilesAround | undefined;
  return {
    filesAround: () => {
      around ??= {
        ...givenFiles(Object.fromEntries(texts), folder),
        stated: statedFor(policy.beside, `/${own}`, placed),
      };
      return around;
    },
    moduleFiles: () =>
      [...texts].filter(([name]) => folderOf(name) === folder && isTerraform(name)).map(([, text]) => text),
    deployer: () => deployerIn(texts, folder),
    isPatch: () => patchesAround(texts, folder).includes(own),
    overridesAt: (name) => overridesOf(policy, `/${name}`),
  };
}

/** The texts by their paths, without `.` and `..` in them. */
function readFiles(files: Readonly<Record<string, string>>): Map<string, string> {
  return new Map(
    Object.entries(files).map(([path, text]) => {
      const name = pathIn('', path);
      if (!name)
        throw new OptionsError(`"files" cannot hold "${path}". Paths count from one folder and stay below it.`);
      if (typeof text !== 'string') throw new OptionsError(`"files" holds no text for "${path}".`);
      return [name, text];
    }),
  );
}

/** A path of the configuration, which lies in the folder that paths count from. */
function placed(path: string): string | undefined {
  return pathIn('', path);
}

function deployerIn(texts: ReadonlyMap<string, string>, folder: string): Deployer {
  const names = [...deployerFiles];
  const isSkaffolds = upwards(folder).some((above) =>
    names.some(([name, pattern]) => pattern.test(texts.get(join(above, name)) ?? '')),
  );
  return isSkaffolds ? 'skaffold' : 'gcloud';
}

/** What kustomize lays over others, by what lies in a folder and above it. */
function patchesAround(texts: ReadonlyMap<string, string>, folder: string): readonly (string | undefined)[] {
  return upwards(folder).flatMap((above) =>
    kustomizationNames.flatMap((name) => {
      const path = join(above, name);
      return [...patchesIn(path, texts.get(path) ?? '')].map((named) => pathIn(above, named));
    }),
  );
}

function join(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}
