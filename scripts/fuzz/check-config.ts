import { categories } from '../../rules/index.ts';

import { lint } from '../../src/lint.ts';
import { parseBaseline, writeBaseline } from '../../src/policy/baseline.ts';
import { parseConfig } from '../../src/policy/config.ts';
import { configLayer } from '../../src/policy/layer.ts';
import { lintOptionsOf } from '../../src/policy/lint-options.ts';
import { makePolicy, policyForFile } from '../../src/policy/policy.ts';
import { service } from '../bench/generate.ts';
import { require } from './require.ts';
import { folder } from './settings.ts';

const manifest = service({ containers: 3 });

/** Reads a text as a configuration and lints with it. Throws where that does, or where a mistake has no place. */
export function checkConfig(text: string): void {
  const parsed = parseConfig('cloudrun-lint.yaml', text, categories);
  if ('problems' in parsed) {
    for (const { on, message } of parsed.problems) {
      const { start, end } = on.span;
      const fits = start >= 0 && start <= end && end <= on.source.text.length;
      require(fits, `the span ${start}-${end} does not lie in the configuration: ${message}`);
      require(message.length > 0 && !/[\r\n]/.test(message), () => `the message is not one line: ${message}`);
    }
    return;
  }
  const policy = makePolicy([configLayer(parsed.config, folder, categories)], { levels: new Map() }, categories);
  const path = `${folder}/deploy/service.yaml`;
  policy.isExcluded(path);
  const { diagnostics } = lint(
    path,
    manifest,
    lintOptionsOf(policy, policyForFile(policy, path, categories), categories, { explicit: true }),
  );
  const crash = diagnostics.find(({ rule }) => rule === 'internal-error');
  require(crash === undefined, crash?.message ?? '');
}

/** Reads a text as a baseline. Throws where what is read cannot be written and read again. */
export function checkBaseline(text: string): void {
  const baseline = parseBaseline(text);
  if (!baseline) return;
  const written = writeBaseline(baseline);
  const again = parseBaseline(written);
  require(again !== undefined && writeBaseline(again) === written, 'a baseline changes when it is written and read');
}
