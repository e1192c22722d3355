import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { globby } from 'globby';
import { manifestGlob } from '../src/cli/discover.ts';
import { mayConcernUs } from '../src/dialect/source-of.ts';

/**
 * The folder of real manifests that tests, benchmark and fuzzer run over where it is there: `CORPUS_DIR`, or the corpus
 * beside the repository.
 */
export const corpusFolder = process.env.CORPUS_DIR ?? '../shared/corpus';

/** Manifests of which somebody has said what is to be found, where they are there. */
export const casesFolder = '../shared/cases';

/** A file's name and text. */
export interface Manifest {
  /** Absolute. */
  readonly path: string;
  /** The file read as UTF-8. */
  readonly text: string;
}

/** Every YAML file below a folder, in the order of names; none where there is no such folder. */
export async function readManifests(folder: string): Promise<readonly Manifest[]> {
  if (!existsSync(folder)) return [];
  const paths = (await globby(manifestGlob, { cwd: folder, absolute: true, dot: true })).sort();
  return Promise.all(paths.map(async (path) => ({ path, text: await readFile(path, 'utf8') })));
}

/** The texts of every Terraform file below a folder that has something of Cloud Run; none where there is no such folder. */
export async function readTerraform(folder: string): Promise<readonly string[]> {
  if (!existsSync(folder)) return [];
  const paths = (await globby('**/*.tf', { cwd: folder, absolute: true, dot: true })).sort();
  const texts = await Promise.all(paths.map((path) => readFile(path, 'utf8')));
  return texts.filter((text) => mayConcernUs('main.tf', text));
}
