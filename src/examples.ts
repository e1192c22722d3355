/** A manifest that a rule's page shows and its test runs. */
export interface Example {
  /** A whole file, with `# ^^^^ message` lines where findings are expected, and `# = help` below them. */
  readonly yaml: string;
  /** What the page shows in place of it, where nobody would read the whole. */
  readonly shown?: string;
  /** The name of the file, where something hangs on it; one that goes with the language where absent. */
  readonly path?: string;
  /** What language it is; YAML where absent. */
  readonly language?: 'hcl';
}

/** A manifest before and after what a rule's fix makes of it. */
export interface Change {
  /** A whole manifest in which the rule finds something. */
  readonly before: string;
  /** The same with the fix made. */
  readonly after: string;
  /** The part that was written down, as a diff: each line begins with a blank, `-` or `+`. */
  readonly diff: string;
}

/** What a caret line says: under these columns of the line above, this message. */
export interface Expectation {
  /** 1-based, as in `Position`. */
  readonly line: number;
  /** Where the first caret stands: 1-based, in UTF-16 units. */
  readonly column: number;
  /** The column just behind the last caret. */
  readonly endColumn: number;
  /** What stands behind the carets; "" where nothing does. */
  readonly message: string;
  /** `^^^^` is a finding, `~~~~` a related place, `=` what to write for the finding above it. */
  readonly kind: 'finding' | 'related' | 'help';
}

/** A whole manifest, indented as its place in the code wants it. */
export function manifest(strings: TemplateStringsArray, ...values: readonly (string | number)[]): Example {
  return { yaml: `${read(strings, values)}\n` };
}

/** A Terraform file, indented as its place in the code wants it. */
export function terraform(strings: TemplateStringsArray, ...values: readonly (string | number)[]): Example {
  return { yaml: `${read(strings, values)}\n`, language: 'hcl' };
}

/** What a file with the example would be called. */
export function fileNameOf({ path, language }: Example): string {
  return path ?? (language === 'hcl' ? 'main.tf' : 'service.yaml');
}

/** The `spec.template` of a service: everything around it is filled in. */
export function template(strings: TemplateStringsArray, ...values: readonly (string | number)[]): Example {
  return { yaml: `${header}${indent(read(strings, values), '    ')}\n` };
}

/** The same example in a file of this name. */
export function inFile(path: string, example: Example): Example {
  return { ...example, path };
}

/** The same example, on whose page a part of it that is too long to read is put shorter. */
export function shortened(example: Example, part: string, inPlace: string): Example {
  return { ...example, shown: example.yaml.replaceAll(part, inPlace) };
}

/**
 * A whole manifest and what a fix makes of it: lines that begin with `< ` are only there before, those with `> ` only
 * after, all others always. At least one line begins so.
 */
export function changedManifest(strings: TemplateStringsArray): Change {
  return readChange(strings.raw.join(''), '');
}

/** The same for the template of a service, around which everything is filled in. */
export function changedTemplate(strings: TemplateStringsArray): Change {
  const { before, after, diff } = readChange(strings.raw.join(''), '    ');
  return { before: labelledHeader + before, after: labelledHeader + after, diff };
}

/** The same for a Terraform file. */
export function changedTerraform(strings: TemplateStringsArray): Change {
  return readChange(strings.raw.join('').replaceAll('\\${', '${'), '');
}

const header = `apiVersion: serving.knative.dev/v1
kind: Service
metadata:
  name: shop
spec:
  template:
`;

/** With a label, so that no rule takes it for a service of Knative on a cluster. */
const labelledHeader = header.replace('spec:', '  labels:\n    cloud.googleapis.com/location: europe-west1\nspec:');

const caretLine = /^\s*#\s*(\^+|~+|=(?=\s))(?:\s+(.*))?$/;

const kinds = { '^': 'finding', '~': 'related', '=': 'help' } as const;

/** Reads the caret lines of an example. Each belongs to the nearest line above that is none itself. */
export function readExpectations(yaml: string): readonly Expectation[] {
  const expectations: Expectation[] = [];
  let line = 0;
  for (const [index, text] of yaml.split('\n').entries()) {
    const [, marks, message = ''] = caretLine.exec(text) ?? [];
    if (marks === undefined) {
      line = index + 1;
      continue;
    }
    const column = text.indexOf(marks) + 1;
    const kind = kinds[marks[0] as keyof typeof kinds];
    expectations.push({ line, column, endColumn: column + marks.length, message, kind });
  }
  return expectations;
}

/** Backslashes stand for themselves, but `\${` is how the code has to write `${`. */
function read(strings: TemplateStringsArray, values: readonly (string | number)[]): string {
  return dedent(String.raw({ raw: strings.raw }, ...values).replaceAll('\\${', '${'));
}

function dedent(text: string): string {
  const lines = text.replace(/^\n/, '').trimEnd().split('\n');
  const depth = Math.min(
    ...lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length),
  );
  return lines.map((line) => line.slice(depth)).join('\n');
}

function indent(text: string, by: string): string {
  return text.replace(/^(?=.)/gm, by);
}

function readChange(text: string, indentation: string): Change {
  const lines = text.replace(/^\n/, '').trimEnd().split('\n');
  const margin = Math.min(...lines.filter((line) => /^ *[<>]/.test(line)).map((line) => line.search(/\S/)));
  const cut = lines.map((line) => line.slice(margin).replace(/^[<>]$/, '$& '));
  const side = (sign: string): string =>
    cut
      .filter((line) => line.startsWith(sign) || /^(?: {2}|$)/.test(line))
      .map((line) => (line.length <= 2 ? '\n' : `${indentation}${line.slice(2)}\n`))
      .join('');
  const signs: Readonly<Record<string, string>> = { '<': '-', '>': '+' };
  const diff = cut.map((line) => `${signs[line.charAt(0)] ?? ' '}${line.slice(2)}`.trimEnd()).join('\n');
  return { before: side('< '), after: side('> '), diff };
}
