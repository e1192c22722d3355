import { parse } from 'yaml';
import type { Diagnostic } from '../../src/diagnostic.ts';
import { objectKinds } from '../../src/dialect/tables/index.ts';
import type { Example } from '../../src/examples.ts';
import { lint } from '../../src/lint.ts';
import type { Rule } from '../../src/rule.ts';
import { writeResource } from './write.ts';

/** An example in YAML and the same in Terraform, with what a rule finds in it. */
export interface Translation {
  /** As it stands in the rule. */
  readonly example: Example;
  /** A file with one resource; without carets. */
  readonly hcl: string;
  /** What the rule finds there. */
  readonly found: readonly Diagnostic[];
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
