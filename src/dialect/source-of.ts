import type { Source } from '../tree/source.ts';
import { YamlSource } from '../yaml/source.ts';
import { isTerraform, mayHoldCloudRun, TerraformFile } from './terraform/file.ts';

/** What lies beside a file, as far as reading it needs that. */
export interface Beside {
  /** The texts of the other Terraform files of its folder; none where nobody says. */
  readonly others?: () => readonly string[];
}

/** A file, read in the language that its name tells. */
export function sourceOf(path: string, text: string, { others }: Beside = {}): Source {
  return isTerraform(path) ? new TerraformFile(path, text, others) : new YamlSource(path, text);
}

/** Whether a text may hold something of Cloud Run in the language that its name tells. False is certain. */
export function mayConcernUs(path: string, text: string, mayBeManifest: (text: string) => boolean): boolean {
  return isTerraform(path) ? mayHoldCloudRun(text) : mayBeManifest(text);
}
