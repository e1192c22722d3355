import * as vscode from 'vscode';
import { isYamlExtensionThere } from './yaml-extension.ts';

/** The settings of a person or a folder, under the name of the extension. */
export const section = 'cloudrun-lint';

/** Whether anything is found and offered. */
export function isEnabled(): boolean {
  return vscode.workspace.getConfiguration(section).get('enable', true);
}

/** What the server is to do, in its own words. Beside the YAML extension it leaves to that what a schema knows. */
export function serverSettings(): {
  readonly completion: string;
  readonly hover: string;
  readonly inlayHints: boolean;
} {
  const settings = vscode.workspace.getConfiguration(section);
  const isBeside = isYamlExtensionThere();
  const completion = settings.get('completion', 'auto');
  return {
    completion: completion === 'auto' ? (isBeside ? 'names' : 'all') : completion,
    hover: isBeside ? 'findings' : 'all',
    inlayHints: settings.get('inlayHints', false),
  };
}
