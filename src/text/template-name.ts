import { baseName } from './path.ts';

/** Behind the ending of YAML, these say that a tool fills the file in: `service.yaml.j2`. */
const ofTemplates = ['template', 'tpl', 'tmpl', 'j2', 'in'];

/** These say that a person copies it and fills in what is blank: `service.yaml.example`. */
const ofSamples = ['sample', 'example'];

/** What people write behind the ending of a manifest's name, without a dot. */
export const templateEndings: readonly string[] = [...ofTemplates, ...ofSamples];

/** Whether the last ending of a file's name says that a tool fills the file in. */
export function isTemplateName(path: string): boolean {
  return ofTemplates.includes(path.slice(path.lastIndexOf('.') + 1));
}

/** Whether a file's name says that a person is to fill it in: `service.yaml.sample`, `service.example.yaml`. */
export function isSampleName(path: string): boolean {
  const [, ...endings] = baseName(path).split('.');
  return endings.slice(-2).some((ending) => ofSamples.includes(ending));
}
