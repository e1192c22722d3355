import { mayBeCloudRun } from '../model/recognise.ts';
import type { Source } from '../tree/source.ts';
import { YamlSource } from '../yaml/source.ts';
import { isTerraform, mayHoldCloudRun, TerraformFile } from './terraform/file.ts';
import { v2Editor } from './v2/editor.ts';
import { readV2 } from './v2/read.ts';
import { connectorGroup, mayHoldV2 } from './v2/words.ts';

/**
 * A file, read in the language that its name tells.
 * @param moduleFiles the texts of the other Terraform files of its folder; none where nobody says
 */
export function sourceOf(path: string, text: string, moduleFiles?: () => readonly string[]): Source {
  if (isTerraform(path)) return new TerraformFile(path, text, moduleFiles);
  const reading = mayHoldV2((word) => text.includes(word)) ? { translate: readV2, editor: v2Editor } : undefined;
  return new YamlSource(path, text, reading);
}

/** Whether a text may hold something of Cloud Run in the language that its name tells. False is certain. */
export function mayConcernUs(path: string, text: string, mayBeManifest = mayBeCloudRun): boolean {
  return isMarked(path, text, mayBeManifest) || (!isTerraform(path) && mayHoldV2((word) => text.includes(word)));
}

/**
 * Whether a text says that it is about Cloud Run, so that what cannot be read of it is a mistake. Objects of the v2 API
 * say no such thing: what only has their words may be anything.
 */
export function isMarked(path: string, text: string, mayBeManifest = mayBeCloudRun): boolean {
  if (isTerraform(path)) return mayHoldCloudRun(text);
  return path.endsWith('.json') ? jsonVersion.test(text) : mayBeManifest(text) || text.includes(connectorGroup);
}

/** Many a JSON file names a service of Google's; a manifest has it as its version. */
const jsonVersion =
  /"apiVersion"\s*:\s*"(?:serving\.knative\.dev|run\.googleapis\.com|run\.cnrm\.cloud\.google\.com)\//;
