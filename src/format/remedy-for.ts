import type { Diagnostic } from '../diagnostic.ts';
import { namePairs } from '../dialect/names.ts';
import type { ObjectKind } from '../dialect/table.ts';
import { objectKinds } from '../dialect/tables/index.ts';
import { DialectWords } from '../dialect/vocabulary.ts';
import type { RulePage } from '../rule.ts';

/**
 * The first paragraph of what a rule says to write instead, on one line, in the words of the file that the finding is in;
 * undefined where it speaks of what a Terraform resource does not have.
 */
export function remedyFor({ pointer }: Diagnostic, { category, remedy }: RulePage): string | undefined {
  const text = firstParagraph(remedy);
  const kind = objectKinds.find(({ resource }) => pointer.startsWith(`/resource/${resource}/`));
  return kind && category !== 'terraform' ? inWords(text, kind) : text;
}

function firstParagraph(markdown: string): string {
  return markdown
    .trim()
    .split(/\n\s*\n/)[0]!
    .replace(/\s+/g, ' ');
}

/** Words of gcloud and of manifests, or of the v1 API in a resource of the v2 API. */
const ofManifests = /\bgcloud\b|\bYAML\b|\bmanifest/i;
const ofV1 = /googleapis\.com\/|knative\.dev\/|\b[Aa]nnotations?\b|\bspec\b|`metadata|[{[]|`[a-z]+[A-Z]\w*`/;

function inWords(text: string, kind: ObjectKind): string | undefined {
  const words = new DialectWords(kind, ' = ');
  const spelled = text.replace(/`([\w./-]+)(?:: ("?[\w.-]+"?))?`/g, (whole, name: string, value?: string) => {
    const key = annotationCalled(name, kind);
    if (key !== undefined) return `\`${words.annotation(key).slice(1, -1)}\``;
    if (!isKnown(name, kind)) return whole;
    if (value !== undefined) return `\`${words.setting(name, value.replaceAll('"', '')).slice(1, -1)}\``;
    return `\`${(name.includes('/') ? words.annotation(name) : words.field(name)).slice(1, -1)}\``;
  });
  return ofManifests.test(spelled) || (kind.isV2 && ofV1.test(spelled)) ? undefined : spelled;
}

function isKnown(name: string, kind: ObjectKind): boolean {
  const steps = name.includes('/') ? [name] : name.split('.');
  return namePairs(kind).some(({ v1 }) => steps.every((step, at) => v1[v1.length - steps.length + at] === step));
}

/** The annotation that a remedy calls by its name without the domain: `maxScale`. */
function annotationCalled(name: string, kind: ObjectKind): string | undefined {
  return namePairs(kind)
    .find(({ v1, isAnnotation }) => isAnnotation && v1.at(-1)!.endsWith(`/${name}`))
    ?.v1.at(-1);
}
