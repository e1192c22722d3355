import { readFileSync, writeFileSync } from 'node:fs';
import * as assert from 'uvu/assert';
import type { Diagnostic } from '../../src/diagnostic.ts';
import { template } from '../../src/examples.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { graphOf } from '../../src/graph/model.ts';
import { lint } from '../../src/lint.ts';
import type { AnyWorkload } from '../../src/model/kinds.ts';
import { ManifestFile } from '../../src/model/manifest-file.ts';
import type { Rule } from '../../src/rule.ts';
import { defineRule } from '../../src/rule-kit.ts';
import { YamlSource } from '../../src/yaml/source.ts';
import { attacks } from '../format/hostile.ts';

/** The workloads of a text with the findings of some rules in it. */
function read(
  text: string,
  rules: readonly Rule[] = [],
): { readonly workloads: readonly AnyWorkload[]; readonly diagnostics: readonly Diagnostic[] } {
  const { diagnostics } = lint('service.yaml', text, { rules, explicit: true });
  const { workloads } = new ManifestFile(new YamlSource('service.yaml', text), { explicit: true, target: 'cloud-run' });
  return { workloads, diagnostics };
}

/** The pictures of a text, one for each workload. */
export function graphsIn(text: string, rules: readonly Rule[] = []): readonly Graph[] {
  const { workloads, diagnostics } = read(text, rules);
  return workloads.map((workload) => graphOf(workload, diagnostics));
}

/** The picture of a service whose template has this body. */
export function draw(strings: TemplateStringsArray, ...values: string[]): Graph {
  return graphsIn(template(strings, ...values).yaml, testRules)[0]!;
}

/** Rules that find something in each part of a manifest, so that drawings do not change with the real ones. */
export const testRules: readonly Rule[] = [
  defineRule({
    id: 'bad-dial',
    severity: 'error',
    appliesTo: 'workload',
    summary: '',
    why: '',
    remedy: '',
    help: false,
    references: [],
    bad: [],
    good: [],
    *check(workload) {
      for (const { mounts, field } of workload.containers) {
        const port = field.get('env').items.find((item) => item.get('name').text === 'DB_PORT');
        if (port) yield { on: port.get('value'), message: 'The port is wrong.' };
        for (const mount of mounts) {
          if (mount.path === '/wrong') yield { on: mount.field.get('mountPath'), message: 'The path is wrong.' };
        }
      }
    },
  }),
  defineRule({
    id: 'needs-probe',
    severity: 'warning',
    appliesTo: 'workload',
    summary: '',
    why: '',
    remedy: '',
    help: false,
    references: [],
    bad: [],
    good: [],
    *check(workload) {
      for (const { toPlace, needed } of workload.dependencies.all) {
        if (needed && !needed.startupProbe.exists)
          yield { on: needed.field.get('startupProbe'), message: 'It has no probe.' };
        if (!needed) yield { on: toPlace, message: 'There is no such container.' };
      }
    },
  }),
  defineRule({
    id: 'note',
    severity: 'info',
    appliesTo: 'workload',
    summary: '',
    why: '',
    remedy: '',
    help: false,
    references: [],
    bad: [],
    good: [],
    *check(workload) {
      const note = workload.annotation('note');
      if (note.exists) yield { on: note, message: 'Noted.' };
      for (const volume of workload.volumes) {
        if (volume.field.get('emptyDir').exists) yield { on: volume.field.get('emptyDir'), message: 'Noted.' };
      }
    },
  }),
];

/** A manifest in which every text that is drawn is hostile. */
export function hostileManifest(attack: string): string {
  const text = JSON.stringify(attack);
  const dependencies = JSON.stringify({ [attack]: ['x', `${attack}2`, attack], [`${attack}3`]: [attack] });
  return `apiVersion: serving.knative.dev/v1
kind: Service
metadata: { name: ${text}, annotations: { note: x, run.googleapis.com/ingress: ${text} } }
spec:
  template:
    metadata: { annotations: { run.googleapis.com/container-dependencies: ${JSON.stringify(dependencies)} } }
    spec:
      containers:
      - name: ${text}
        image: ${text}
        ports: [{ containerPort: ${text}, name: ${text} }]
        env:
        - { name: DB_HOST, value: localhost }
        - { name: DB_PORT, value: ${JSON.stringify(`\${${attack}}`)} }
        volumeMounts: [{ name: ${text}, mountPath: ${text} }, { name: ${JSON.stringify(`${attack}4`)}, mountPath: /wrong }]
      - name: x
        image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2
        args: [${JSON.stringify(`project:${attack}`)}]
      volumes: [{ name: ${text}, secret: { secretName: ${text} } }, { name: m, emptyDir: { sizeLimit: ${text} } }]
`;
}

/** Attacks on every format, and some on the languages of drawings. */
export const drawingAttacks: readonly string[] = [
  ...attacks,
  '"] --> x',
  '%%{init: {"theme": "dark"}}%%',
  '#quot; #35; #lt;',
  '- list',
  '1. item',
  '**bold** _it_ $$x^2$$ fa:fa-car',
  'click x "javascript:alert(1)"',
  'end',
  '"]; evil [label="',
  '<table><tr><td>x</td></tr></table> \\N \\G \\l \\"',
  '</text><script>alert(1)</script>',
  'サービス',
];

/** Compares with a file of test/graph/snapshots; `UPDATE=1 npm test graph` writes it instead. */
export function matchesDrawing(name: string, actual: string): void {
  const file = new URL(`snapshots/${name}`, import.meta.url);
  if (process.env.UPDATE === '1') writeFileSync(file, actual);
  assert.fixture(actual, readFileSync(file, 'utf8'));
}
