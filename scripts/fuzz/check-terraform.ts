import { rules } from '../../rules/index.ts';
import { parseHcl } from '../../src/hcl/parse.ts';
import { lint } from '../../src/lint.ts';
import { fixText } from '../../src/policy/fix.ts';
import { markBefore, SourceText } from '../../src/tree/source-text.ts';
import { checkDiagnostics } from './check-diagnostics.ts';
import { require } from './require.ts';

/** Lints a Terraform file, and fixes it: places hold, nothing throws, and what could be read can be read afterwards. */
export function checkTerraform(text: string): void {
  const run = (tried: string) => lint('main.tf', tried, { rules, explicit: true }).diagnostics;
  checkDiagnostics(run(text), new SourceText('main.tf', text.slice(markBefore(text).length)));
  const { problems } = parseHcl(text.slice(markBefore(text).length));
  const fixed = fixText(text, { unsafe: true, lint: run });
  const left = fixed.text === text ? problems : parseHcl(fixed.text.slice(markBefore(fixed.text).length)).problems;
  require(left.length <= problems.length, () => `the fixes leave what cannot be read:\n${fixed.text}`);
}
