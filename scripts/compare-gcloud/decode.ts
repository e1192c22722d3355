import { execFileSync } from 'node:child_process';

/** A YAML document as far as it has characters: a scalar, or `[` or `{` with what stands in the list or mapping. */
export type Tree = string | readonly Tree[];

/** What gcloud's decoder says of a text. */
export interface Verdict {
  /** `taken`, `refused`, or `none` for a text that holds no Cloud Run object. */
  readonly verdict: string;
  /** Why it is refused; empty otherwise. */
  readonly message: string;
  /** What the parser read; null where it refused. */
  readonly tree: Tree | null;
}

/** Asks the decoder of the Google Cloud SDK in a folder about texts, offline, in one process. */
export function decode(sdk: string, inputs: readonly string[]): readonly Verdict[] {
  const script = new URL('./decoder.py', import.meta.url).pathname;
  const input = inputs.map((text) => `${JSON.stringify(text)}\n`).join('');
  const output = execFileSync('python3', [script, sdk], {
    input,
    maxBuffer: 2 ** 30,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const lines = output.toString().trim().split('\n');
  return lines.map((line) => {
    const [verdict = '', message = '', tree = null] = JSON.parse(line) as [string?, string?, (Tree | null)?];
    return { verdict, message, tree };
  });
}
