/** A manifest before and after a repair. */
export interface Change {
  readonly before: string;
  readonly after: string;
}

/**
 * A whole manifest and what a repair makes of it, as a diff: lines that begin with `< ` are only there before, those
 * with `> ` only after, all others always. At least one line begins so.
 */
export function manifest(strings: TemplateStringsArray): Change {
  return read(strings.raw.join(''), '');
}

/** The same for the template of a service, around which everything is filled in. */
export function template(strings: TemplateStringsArray): Change {
  const { before, after } = read(strings.raw.join(''), '    ');
  return { before: header + before, after: header + after };
}

const header = `apiVersion: serving.knative.dev/v1
kind: Service
metadata:
  name: shop
  labels:
    cloud.googleapis.com/location: europe-west1
spec:
  template:
`;

function read(text: string, indent: string): Change {
  const lines = text.replace(/^\n/, '').trimEnd().split('\n');
  const margin = Math.min(...lines.filter((line) => /^ *[<>]/.test(line)).map((line) => line.search(/\S/)));
  const side = (sign: string): string =>
    lines
      .map((line) => line.slice(margin))
      .filter((line) => line.startsWith(sign) || /^(?: {2}|$)/.test(line))
      .map((line) => (line === '' ? '\n' : `${indent}${line.slice(2)}\n`))
      .join('');
  return { before: side('< '), after: side('> ') };
}
