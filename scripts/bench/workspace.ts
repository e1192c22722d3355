import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Random } from '../random.ts';
import { otherYaml, service } from './generate.ts';

const made: string[] = [];

/** A folder of our own that `clear` takes away. */
export async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cloudrun-lint-bench-'));
  made.push(folder);
  return folder;
}

/** Takes away all that was written. */
export async function clear(): Promise<void> {
  for (const folder of made.splice(0)) await rm(folder, { recursive: true, force: true });
}

/** One service of two containers, alone in a folder. */
export async function writeOneService(): Promise<{ readonly folder: string; readonly file: string }> {
  const folder = await makeFolder();
  await writeFile(join(folder, 'service.yaml'), service());
  return { folder, file: 'service.yaml' };
}

/** A repository of so many YAML files, of which every hundredth is a service; some ignored by git. */
export async function writeMonorepo(files: number): Promise<string> {
  const folder = await makeFolder();
  const random = new Random(files);
  await mkdir(join(folder, '.git'));
  await writeFile(join(folder, '.gitignore'), 'build/\n*.generated.yaml\n!keep.generated.yaml\n');
  for (let i = 0; i < files; i++) {
    const path = join(folder, `team-${i % 40}/project-${(i >> 3) % 25}/file-${i}.yaml`);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, i % 100 === 0 ? service({}, `shop-${i}`) : otherYaml(random));
  }
  return folder;
}

/** Writes the texts side by side as numbered YAML files. */
export async function writeTexts(texts: readonly string[]): Promise<string> {
  const folder = await makeFolder();
  await Promise.all(texts.map((text, i) => writeFile(join(folder, `${i}.yaml`), text)));
  return folder;
}
