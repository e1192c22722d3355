import type { Source } from '../tree/source.ts';
import { YamlSource } from '../yaml/source.ts';
import { isTerraform, mayHoldCloudRun, TerraformFile } from './terraform/file.ts';

/**
 * A file, read in the language that its name tells.
 * @param moduleFiles the texts of the other Terraform files of its folder; none where nobody says
 */
export function sourceOf(path: string, text: string, moduleFiles?: () => readonly string[]): Source {
  return isTerraform(path) ? new TerraformFile(path, text, moduleFiles) : new YamlSource(path, text);
}

/** Whether a text may hold something of Cloud Run in the language that its name tells. False is certain. */
export function mayConcernUs(path: string, text: string, mayBeManifest: (text: string) => boolean): boolean {
  return isTerraform(path) ? mayHoldCloudRun(text) : mayBeManifest(text);
}
