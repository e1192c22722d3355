import { parseArgs } from 'node:util';
import { rules } from '../rules/index.ts';
import { lint } from '../src/lint.ts';
import { compareBreaks } from './compare-gcloud/breaks.ts';
import { decode } from './compare-gcloud/decode.ts';
import { fillIn, mutate } from './compare-gcloud/mutate.ts';
import { corpusFolder, readManifests } from './manifests.ts';
import { Random } from './random.ts';

/**
 * `npm run compare-gcloud -- --sdk FOLDER [--seed N] [--runs N] [--breaks]`: lints mutated manifests and asks the
 * decoder of an installed Google Cloud SDK about the same texts, offline. Counts where both agree and lists where they
 * do not. With `--breaks` the texts are one manifest with line breaks of every kind in every position.
 */
const { values } = parseArgs({
  options: {
    sdk: { type: 'string' },
    seed: { type: 'string', default: '1' },
    runs: { type: 'string', default: '5000' },
    breaks: { type: 'boolean' },
  },
});
if (!values.sdk) throw new Error('--sdk FOLDER is missing: where the Google Cloud SDK is installed.');
const sdk = values.sdk;

/** Rules that say what gcloud itself refuses. Other errors are refusals of Cloud Run, which the decoder cannot know. */
const ofDecoder = new Set(['yaml-syntax', 'unknown-field', 'kubernetes-field', 'wrong-type', 'yaml-1-1-value']);
/** Rules that speak of what gcloud refuses among other things. */
const partly = new Set([
  'missing-field',
  'several-documents',
  'probe-port-by-name',
  'invalid-cpu',
  'malformed-dependencies',
  'unsupported-probe',
  'unsupported-volume',
  'unsupported-env-source',
  'duplicate-key',
]);
const chosen = rules.filter(({ id }) => ofDecoder.has(id) || partly.has(id));

const random = new Random(Number(values.seed));
if (values.breaks) {
  for (const line of compareBreaks(sdk, Number(values.runs), random)) console.log(line);
  process.exit();
}
const bases = await readBases();
const texts = Array.from({ length: Number(values.runs) }, () => mutate(random.pick(bases), random));
const verdicts = decode(sdk, texts);
const counts = { refused: 0, caught: 0, taken: 0, quiet: 0 };
const differences: string[] = [];

for (const [index, text] of texts.entries()) {
  const { verdict, message } = verdicts[index]!;
  const found = findings(text);
  if (verdict === 'refused') {
    counts.refused++;
    if (found.length > 0) counts.caught++;
    else differences.push(`gcloud alone refuses #${index}: ${message.split('\n').slice(0, 2).join(' ').slice(0, 200)}`);
  } else if (verdict === 'taken') {
    counts.taken++;
    const wrong = found.find(({ rule }) => ofDecoder.has(rule));
    if (!wrong) counts.quiet++;
    else differences.push(`gcloud takes #${index}: ${wrong.message} [${wrong.rule}]`);
  }
}
const share = (part: number, whole: number) => `${part} of ${whole} (${((100 * part) / whole).toFixed(2)} %)`;
console.log(`${bases.length} manifests, ${texts.length} mutants of seed ${values.seed}`);
console.log(`refused by gcloud and by us: ${share(counts.caught, counts.refused)}`);
console.log(`taken by gcloud and by us:   ${share(counts.quiet, counts.taken)}`);
for (const difference of differences) console.log(difference);

/** Manifests that both take: good examples of the rules, and real ones where the corpus is there. */
async function readBases(): Promise<readonly string[]> {
  const real = (await readManifests(corpusFolder)).map(({ text }) => text);
  const examples = rules.flatMap(({ good }) => good.map(({ yaml }) => yaml));
  const filled = [
    ...real.filter((text) => /serving\.knative\.dev\/v1|run\.googleapis\.com\/v1/.test(text)),
    ...examples,
  ]
    .map(fillIn)
    .filter((text) => text !== undefined);
  const asked = decode(sdk, filled);
  return filled.filter((text, index) => asked[index]!.verdict === 'taken' && findings(text).length === 0);
}

function findings(text: string) {
  return lint('manifest.yaml', text, { rules: chosen, target: 'cloud-run', explicit: true }).diagnostics;
}
