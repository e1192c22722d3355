import { parse } from 'yaml';
import type { Diagnostic } from '../../src/diagnostic.ts';
import { namesIn } from '../../src/dialect/prose.ts';
import { objectKinds } from '../../src/dialect/tables/index.ts';
import { type Example, type Expectation, readExpectations } from '../../src/examples.ts';
import { lint } from '../../src/lint.ts';
import type { InTerraform, Rule, RulePage } from '../../src/rule.ts';
import { writeApiObject, writeResource } from './write.ts';

/** An example in YAML and the same in Terraform, with what a rule finds in it. */
export interface Translation {
  /** As it stands in the rule. */
  readonly example: Example;
  /** A file with one resource; without carets. */
  readonly hcl: string;
  /** What the rule finds there. */
  readonly found: readonly Diagnostic[];
}

/** What of a rule's examples an object of the v2 API can say, as JSON, with what the rule finds there. */
export function apiObjectsOf(
  rule: Rule,
  examples: readonly Example[],
): readonly { readonly example: Example; readonly json: string; readonly found: readonly Diagnostic[] }[] {
  if (rule.only || rule.category === 'itself') return [];
  return examples.flatMap((example) => {
    const manifest = example.language || example.path ? undefined : readOne(example.yaml);
    const json = manifest && writeApiObject(manifest);
    return json ? [{ example, json, found: lint('object.json', json, { rules: [rule] }).diagnostics }] : [];
  });
}

/** What of a rule's examples a Terraform resource can say, those of the v2 API first; [] for rules about one language. */
export function translationsOf(rule: Rule, examples: readonly Example[]): readonly Translation[] {
  if (rule.only || rule.category === 'itself') return [];
  return objectKinds
    .toSorted((a, b) => Number(b.isV2) - Number(a.isV2))
    .flatMap((kind) =>
      examples.flatMap((example) => {
        const manifest = example.language || example.path ? undefined : readOne(example.yaml);
        const hcl = manifest && writeResource(kind, manifest);
        return hcl ? [{ example, hcl, found: lint('main.tf', hcl, { rules: [rule] }).diagnostics }] : [];
      }),
    );
}

function readOne(yaml: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const read: unknown = parse(yaml, { version: '1.1' });
    return typeof read === 'object' && read !== null ? (read as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The first wrong and the first right example that a rule tells apart in Terraform as in YAML, with what it says, and the
 * names in its prose.
 */
export function shownInTerraform(rule: Rule): RulePage['terraform'] {
  if (rule.only === 'hcl') return undefined;
  const own = rule.bad.find(({ language }) => language === 'hcl');
  if (own) return inWordsOf(rule, own.yaml, {});
  const bad = translationsOf(rule, rule.bad).find(({ example, found }) => {
    return found.length > 0 && found.length === readExpectations(example.yaml).filter(isFinding).length;
  });
  const good = translationsOf(rule, rule.good).find(({ found }) => found.length === 0);
  return bad && inWordsOf(rule, bad.hcl, { bad: marked(bad), ...(good && { good: good.hcl }) });
}

function inWordsOf(
  { summary, why, remedy }: Rule,
  hcl: string,
  examples: Pick<InTerraform, 'bad' | 'good'>,
): InTerraform | undefined {
  const kind = objectKinds.find(({ resource }) => hcl.includes(`"${resource}"`));
  if (!kind) return undefined;
  const names = namesIn(kind, [summary, why, remedy].join('\n\n'));
  return names.length > 0 || examples.bad ? { resource: kind.resource, names, ...examples } : undefined;
}

function isFinding({ kind }: Expectation): boolean {
  return kind === 'finding';
}

/** With what is found below the lines where it is found. */
function marked({ hcl, found }: Translation): string {
  const lines = hcl.trimEnd().split('\n');
  for (const { message, range } of found.toReversed()) {
    const { start, end } = range;
    const width =
      end.line === start.line ? end.column - start.column : lines[start.line - 1]!.length - start.column + 1;
    lines.splice(
      start.line,
      0,
      `#${' '.repeat(Math.max(0, start.column - 2))}${'^'.repeat(Math.max(1, width))} ${message}`,
    );
  }
  return `${lines.join('\n')}\n`;
}
