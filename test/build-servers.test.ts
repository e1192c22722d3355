import { readFile } from 'node:fs/promises';
import * as assert from 'uvu/assert';
import { parseDocument } from 'yaml';
import about from '../package.json' with { type: 'json' };
import { parseCommandLine } from '../src/cli/args.ts';
import { suite } from './suite.ts';

suite('docs: build servers', (test) => {
  test('the recipes are YAML, and run this version with options that there are', async () => {
    const blocks = [...(await readFile('docs/build-servers.md', 'utf8')).matchAll(/```yaml\n# (\S+)\n([\s\S]*?)```/g)];
    assert.is(blocks.length, 4);
    for (const [, file = '', text = ''] of blocks) {
      const document = parseDocument(text);
      assert.equal(document.errors, [], file);
      const runs = strings(document.toJS()).flatMap((line) => /\bcloudrun-lint@(\S+)(.*)/.exec(line) ?? []);
      assert.is(runs[1], about.version, file);
      const { outputs, requireResources } = parseCommandLine((runs[2] ?? '').split(' ').filter((word) => word !== ''));
      assert.ok(requireResources && outputs.length > 0, file);
    }
  });
});

/** Every text of a value; the items of a list are a command line too. */
function strings(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) {
    const line = value.every((item) => typeof item === 'string') ? [value.join(' ')] : [];
    return [...line, ...value.flatMap(strings)];
  }
  return value && typeof value === 'object' ? Object.values(value).flatMap(strings) : [];
}
