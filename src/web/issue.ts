import type { Diagnostic } from '../diagnostic.ts';
import { fence } from '../rule-page.ts';
import { configName } from './file-name.ts';
import type { Shared } from './share.ts';

/** What somebody posts who found something else than was to be expected, as Markdown. */
export function issueText(shared: Shared, diagnostics: readonly Diagnostic[], version: string): string {
  const { files, config, profile } = shared;
  const shown = config.trim() === '' ? files : [...files, { path: configName, text: config }];
  const found = diagnostics.map(
    ({ path, range, severity, rule, message }) => `- ${path}:${range.start.line}: ${severity}[${rule}] ${message}`,
  );
  return `${[
    `${version}, profile \`${profile}\`.`,
    ...shown.map(({ path, text }) => `\`${path}\`:\n\n${fence(languageIn(path), text)}`),
    'Findings:',
    found.join('\n') || 'none',
    'What I expected instead:',
  ].join('\n\n')}\n`;
}

function languageIn(path: string): string {
  if (/\.(?:tf|tofu)$/.test(path)) return 'hcl';
  return /\.(?:ya?ml)$/.test(path) ? 'yaml' : '';
}
