import type { Diagnostic, Severity } from '../../src/diagnostic.ts';
import type { Report } from '../../src/report.ts';
import { Lines } from '../../src/tree/lines.ts';
import { rules } from './rules.ts';

/** What an attacker would write into a name, a value or a file name; each alone, and all at once. */
export const attacks: readonly string[] = [
  '\u001b[2J\u001b]8;;https://evil.example\u0007click\u001b]8;;\u0007',
  '\u009b31m red',
  'one\nTwo\r\nThree\rFour\u2028Five\u0085Six\u000bSeven',
  '::error file=x.yaml,line=1::injected',
  '\u0007\n::set-env name=PATH::/tmp',
  '##[error]injected ##[add-path]/tmp ##vso[task.setvariable variable=x]y ##teamcity[message]',
  '%0A::add-mask::secret%25',
  'x.yaml:1:1: error: injected [fake-rule]',
  'x, title=injected: ; % = "',
  '\u202egnp.exe\u202c \u2066isolated\u2069 zero\u200bwidth \ufeff \u00ad \u{e0041}',
  '@octocat #12 GH-12 !12 https://evil.example www.evil.example mail@evil.example &#64;octocat &commat;octocat',
  '<img src=x onerror=alert(1)> <!-- <script>alert(1)</script> </details> </td>',
  '![x](https://evil.example/x.png) [here](https://evil.example) [here][1] <https://evil.example>',
  '| cell | `code` ``` fence ~~~ $x$ *bold* _it_ ~~gone~~ \\',
  ']]> <![CDATA[ & &amp; &lt; " \'',
  '[link](1) ](2) [](3)',
  '{0} {{1}} ${x} $& $1',
  'lone \ud800 and \udfff, \ufffe \uffff \u0000',
];

/** File names are hostile too. */
const paths: readonly string[] = [
  '::error file=x::.yaml',
  'a:1:1: error: b.yaml',
  'name\n::warning::.yaml',
  ' ::notice::.yaml',
  'C:/repo/日本 語/service.yaml',
  '../out%20side/<b>"&`|.yaml',
];

const severities: readonly Severity[] = ['error', 'warning', 'info'];

/** Findings whose every text is hostile, in files whose names are. The texts hold the attacks in their lines. */
export const hostile: Report = {
  rules,
  files: paths.map((path) => ({ path, resources: 1, text: attacks.join('\n') })),
  diagnostics: paths.flatMap((path, p) =>
    [...attacks, attacks.join(' ')].map((attack, i) => attacked(path, attack, p + i)),
  ),
};

function attacked(path: string, attack: string, n: number): Diagnostic {
  const text = attacks.join('\n');
  const lines = new Lines(text);
  const line = 1 + (n % lines.count);
  const span = lines.span(line);
  const range = lines.range(span);
  const rule = rules[n % rules.length]!;
  return {
    path,
    rule: rule.id,
    severity: severities[n % severities.length]!,
    message: `The name "${attack}" is odd.`,
    span,
    range,
    pointer: `/metadata/${attack}`,
    fingerprint: `${rule.id}:${attack}`,
    subject: { kind: 'Service', name: attack, container: attack },
    related: [{ message: `"${attack}" is here.`, span, range }],
    fix: { title: `Remove "${attack}"`, safe: true, edits: [{ ...span, text: attack }] },
    ...(n % 5 === 4 ? { suppressed: { by: 'comment' as const, reason: attack } } : {}),
  };
}

/** Characters that move the cursor, hide text or end a line. */
export const control = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;

const controls = new RegExp(control, 'gu');

/** The lines of an output, each of them free of control characters but for those that a format may use itself. */
export function safeLines(output: string, allowed = ''): readonly string[] {
  for (const { 0: found, index } of output.matchAll(controls)) {
    if (found === '\n' || allowed.includes(found)) continue;
    throw new Error(
      `U+${found.codePointAt(0)!.toString(16)} in ${JSON.stringify(output.slice(index - 40, index + 40))}`,
    );
  }
  const command = /##[A-Za-z]*\[.*/.exec(output);
  if (command) throw new Error(`A logging command: ${JSON.stringify(command[0].slice(0, 80))}`);
  return output.split('\n');
}
