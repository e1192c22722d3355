import * as assert from 'uvu/assert';
import { rules } from '../../../rules/index.ts';
import { givenFiles } from '../../../src/beside/given-files.ts';
import type { Diagnostic } from '../../../src/diagnostic.ts';
import { lint } from '../../../src/lint.ts';
import { suite } from '../../suite.ts';
import type { Contradiction, Edit } from './contradiction.ts';
import { ofCollectors } from './of-collectors.ts';
import { ofDockerfiles } from './of-dockerfiles.ts';
import { ofEnvoy } from './of-envoy.ts';
import { ofNginx } from './of-nginx.ts';
import * as scenes from './scenes.ts';

const { manifestName, ...all } = scenes;

for (const [name, contradictions] of Object.entries({ ofDockerfiles, ofNginx, ofCollectors, ofEnvoy })) {
  suite(`beside/contradictions ${name}`, (test) => {
    for (const contradiction of contradictions) {
      const { title, scene, planted, twin } = contradiction;
      const wrong = edited(scene, planted);
      test(`${title}: it is found at its place`, () => isFound(contradiction, wrong));
      test(`${title}: nothing is said where the other side follows`, () => {
        assert.equal(findingsIn(edited(wrong, twin)).map(show), []);
      });
    }
  });
}

suite('beside/contradictions', (test) => {
  for (const [name, scene] of Object.entries(all)) {
    test(`nothing is said of the scene ${name}`, () => assert.equal(findingsIn(scene).map(show), []));
  }
});

function edited(scene: scenes.Scene, edits: readonly Edit[]): scenes.Scene {
  const files: Record<string, string> = { ...scene };
  for (const [path, from, to] of edits) {
    const text = files[path] ?? '';
    assert.ok(text.includes(from), `${path} has no ${JSON.stringify(from)}`);
    files[path] = text.replace(from, () => to);
  }
  return files;
}

function findingsIn({ [manifestName]: manifest = '', ...files }: scenes.Scene): readonly Diagnostic[] {
  const filesAround = () => givenFiles(files);
  return lint(manifestName, manifest, { rules, explicit: true, target: 'cloud-run', filesAround }).diagnostics;
}

function isFound({ rule, at: [path, marked] }: Contradiction, files: scenes.Scene): void {
  const found = findingsIn(files);
  const places = found
    .filter((one) => one.rule === rule)
    .map((one) => ({ path: one.path, marked: textAt(one, files) }));
  const isThere = places.some((place) => place.path === path && (marked === '' || place.marked === marked));
  assert.ok(isThere, `${rule} at ${path} ${JSON.stringify(marked)} is not among:\n${found.map(show).join('\n')}`);
}

function textAt({ path, range }: Diagnostic, files: scenes.Scene): string {
  const { start, end } = range;
  const lines = (files[path] ?? '').split('\n').slice(start.line - 1, end.line);
  const last = lines.length - 1;
  lines[last] = lines[last]?.slice(0, end.column - 1) ?? '';
  return lines.join('\n').slice(start.column - 1);
}

function show({ path, range, rule, message }: Diagnostic): string {
  return `${rule} ${path}:${range.start.line}:${range.start.column} ${message}`;
}
