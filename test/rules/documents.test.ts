import * as assert from 'uvu/assert';
import severalDocuments from '../../rules/schema/several-documents.ts';
import { lint } from '../../src/lint.ts';
import { suite } from '../suite.ts';

const job = `apiVersion: run.googleapis.com/v1
kind: Job
metadata: { name: report }
spec: { template: { spec: { template: { spec: { containers: [{ image: acme/report:1 }] } } } } }
`;

/** What is found in a file, and where. */
function found(text: string): string {
  const { diagnostics } = lint('job.yaml', text, { rules: [severalDocuments], explicit: true });
  return diagnostics.map(({ range: { start }, message }) => `${start.line}:${start.column} ${message}`).join('\n');
}

// A mark in an example cannot stand below the first column.
suite('rules/schema several-documents', (test) => {
  test('points at the line that begins an empty document', () => {
    const expected = '6:1 gcloud takes one document a file, and this line begins another, which is empty.';
    for (const rest of ['---', '---\n', '---\n# a note\n', '--- # a note\n', '---\n~\n']) {
      assert.is(found(`${job}# a note\n${rest}`), expected, rest);
    }
  });

  test('takes the end of a document for no second one', () => {
    assert.is(found(`---\n${job}...\n# a note\n`), '');
    assert.is(found(`${job}...\n...\n`), '');
  });
});
