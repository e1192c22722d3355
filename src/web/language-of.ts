import { yaml } from '@codemirror/lang-yaml';
import type { Extension } from '@codemirror/state';
import { hclLanguage } from './hcl-language.ts';

/** How a file is coloured, by its name; nothing where its language is not known here. */
export function languageOf(path: string): Extension {
  if (/\.(?:tf|tofu)$/.test(path)) return hclLanguage;
  return /\.(?:ya?ml|json)$/.test(path) ? yaml() : [];
}
