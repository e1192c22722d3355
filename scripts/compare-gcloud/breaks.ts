import { isMap, isScalar, isSeq, type ParsedNode } from 'yaml';
import { rules } from '../../rules/index.ts';
import { lint } from '../../src/lint.ts';
import { type YamlDocument, YamlSource } from '../../src/yaml/source.ts';
import type { Random } from '../random.ts';
import { decode, type Tree } from './decode.ts';

/** One of each place that a line break can have in YAML. */
const manifest = `%YAML 1.1
---
apiVersion: serving.knative.dev/v1 # of Knative
kind: Service
# shop
metadata:
  name: "shop"
  annotations: { acme.example/a: 'one two', "acme.example/b": three four, acme.example/c: &c five }
  labels: # of ours
    - x
spec:
  template:
    metadata:
      annotations:
        acme.example/text: |
          one

          # two
        acme.example/folded: >-
          one
          two
        # between
        acme.example/plain: one
          two # end
        acme.example/quoted: "one \\
          two
          three"
    spec:
      containers:
        - image: "docker.io/acme/shop:1"
          command: [a, # b
            c]
          args:
            - *c
            - !!str x
...
`.replace('  labels: # of ours\n    - x\n', '  labels: # of ours\n    acme: x\n');

/** What some reader or other takes for the end of a line. */
const kinds = ['\n', '\r', '\r\n', '\r\r', '\n\r', '\x85', '\u2028', '\u2029', '\v', '\f', '\x1c', '\x1e'];

/** What is written around a break, so that it ends a comment, stands between words, or begins one. */
const around: readonly (readonly [string, string])[] = [
  ['', ''],
  [' ', ' '],
  [' # x', ''],
  [' # x', '  '],
  [' # x', ' # y'],
  ['', '# y'],
  [' # x', ' acme: y'],
];

/** Line breaks of every kind in every position, or in so many of them: how often both read the same, and what not. */
export function compareBreaks(sdk: string, runs: number, random: Random): readonly string[] {
  const all = [...mutants()];
  const texts = runs < all.length ? Array.from({ length: runs }, () => random.pick(all)) : all;
  const verdicts = decode(sdk, texts);
  const lines: string[] = [];
  let same = 0;
  for (const [index, text] of texts.entries()) {
    const { message, tree } = verdicts[index]!;
    const documents = new YamlSource('manifest.yaml', text).documents;
    const problem = documents.find((document) => document.problem)?.problem ?? tabIn(text);
    const ours = problem || documents.length > 1 ? null : plainTree(documents[0]);
    if (JSON.stringify(ours) === JSON.stringify(tree && collapsed(tree))) same++;
    else lines.push(difference(text, tree && collapsed(tree), ours, problem?.message ?? message));
  }
  return [`${texts.length} texts with line breaks, ${same} read alike`, ...lines];
}

function* mutants(): Generator<string> {
  for (const kind of kinds) {
    yield manifest.replaceAll('\n', kind);
    for (const [before, after] of around) {
      const written = before + kind + after;
      for (let at = 0; at <= manifest.length; at++) {
        yield manifest.slice(0, at) + written + manifest.slice(at);
        if (/[ \n]/.test(manifest[at] ?? '')) yield manifest.slice(0, at) + written + manifest.slice(at + 1);
      }
    }
  }
}

/** A tab that only gcloud refuses is told by the rule. */
function tabIn(text: string): { readonly message: string } | undefined {
  if (!text.includes('\t')) return undefined;
  return lint('manifest.yaml', text, { rules, explicit: true }).diagnostics.find(({ rule }) => rule === 'yaml-syntax');
}

function plainTree(document: YamlDocument | undefined): Tree {
  const visit = (node: ParsedNode | null | undefined): Tree => {
    const target = node && document!.aliases.resolve(node);
    if (isMap<ParsedNode, ParsedNode | null>(target))
      return ['{', ...target.items.flatMap(({ key, value }) => [visit(key), visit(value)])];
    if (isSeq<ParsedNode>(target)) return ['[', ...target.items.map(visit)];
    return isScalar(target) ? collapsed(String(target.value ?? '')) : '';
  };
  return visit(document?.written);
}

/** Without white space, which is not compared: what a break becomes in a value matters to no rule. */
function collapsed(tree: Tree): Tree {
  return typeof tree === 'string' ? tree.replace(/[\s\x85]+/g, '') : tree.map(collapsed);
}

function difference(text: string, theirs: Tree | null, ours: Tree | null, message: string): string {
  const at = [...manifest].findIndex((c, i) => text[i] !== c);
  const place = JSON.stringify(text.slice(Math.max(0, at - 30), at + 35)).replace(
    /[^ -~]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  if (!theirs) return `gcloud alone refuses ${place}: ${message.split('\n').slice(-3).join(' ').slice(0, 120)}`;
  return ours
    ? `both read ${place}, but differently: ${JSON.stringify(theirs)} and ${JSON.stringify(ours)}`
    : `we alone refuse ${place}: ${message.slice(0, 120)}`;
}
