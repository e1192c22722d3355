import * as assert from 'uvu/assert';
import kubernetesKind from '../../rules/migration/kubernetes-kind.ts';
import severalDocuments from '../../rules/schema/several-documents.ts';
import { lint } from '../../src/lint.ts';
import type { Deployer } from '../../src/model/surroundings.ts';
import type { Rule } from '../../src/rule.ts';
import { suite } from '../suite.ts';

const job = `apiVersion: run.googleapis.com/v1
kind: Job
metadata: { name: report }
spec: { template: { spec: { template: { spec: { containers: [{ image: acme/report:1 }] } } } } }
`;

/** What is found in a file, and where. */
function found(text: string, deployer: Deployer = 'gcloud', rule: Rule = severalDocuments): string {
  const { diagnostics } = lint('job.yaml', text, { rules: [rule], explicit: true, deployer: () => deployer });
  return diagnostics.map(({ range: { start }, message }) => `${start.line}:${start.column} ${message}`).join('\n');
}

const service = `apiVersion: serving.knative.dev/v1
kind: Service
metadata: { name: shop }
spec: { template: { spec: { containers: [{ image: acme/shop:1 }] } } }
`;
const configMap = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: of-the-cluster }\n';

// A mark in an example cannot stand below the first column.
suite('rules/schema several-documents', (test) => {
  test('points at the line that begins an empty document', () => {
    const expected = '6:1 gcloud accepts one document in a file, and this line begins another, which is empty.';
    for (const rest of ['---', '---\n', '---\n# a note\n', '--- # a note\n', '---\n~\n']) {
      assert.is(found(`${job}# a note\n${rest}`), expected, rest);
    }
  });

  test('takes the end of a document for no second one', () => {
    assert.is(found(`---\n${job}...\n# a note\n`), '');
    assert.is(found(`${job}...\n...\n`), '');
  });

  test('leaves a file alone that Skaffold splits', () => {
    assert.is(found(`${job}---\n${job}`), '7:7 gcloud accepts one document in a file, and this is the second of 2.');
    assert.is(found(`${job}---\n${job}`, 'skaffold'), '');
  });

  test('takes what lies beside a service for an object of its cluster', () => {
    assert.not.match(found(configMap, 'gcloud', kubernetesKind), /^$/);
    assert.is(found(`${service}---\n${configMap}`, 'gcloud', kubernetesKind), '');
  });
});
