import * as assert from 'uvu/assert';
import { rules } from '../../rules/index.ts';
import { timingLines } from '../../src/cli/timing-lines.ts';
import { lint } from '../../src/lint.ts';
import { Timing } from '../../src/timing.ts';
import { suite } from '../suite.ts';
import { inFolder, service } from './session.ts';

suite('cli: --timing', (test) => {
  test(
    'tells on standard error where the time went, and leaves the report alone',
    inFolder({ 'service.yaml': service() }, async ({ run }) => {
      const plain = await run('-f', 'compact');
      const timed = await run('-f', 'compact', '--timing');
      assert.equal(timed.out, plain.out);
      assert.is(timed.code, plain.code);
      const [heading, ...lines] = timed.err;
      assert.is(heading, 'Time in milliseconds:');
      for (const step of ['find the files', 'read them', 'run the rules', 'write the report']) {
        assert.ok(
          lines.some((line) => new RegExp(`^  ${step} +\\d+\\.\\d$`).test(line)),
          step,
        );
      }
      assert.is(lines.filter((line) => line === `The slowest of ${rules.length} rules:`).length, 1);
    }),
  );

  test('adds up by step and by rule', () => {
    const timing = new Timing();
    const text = service();
    for (let i = 0; i < 3; i++) lint('service.yaml', text, { rules, timing });
    assert.equal(
      [...timing.rules.keys()],
      rules.map(({ id }) => id),
    );
    assert.ok([...timing.steps.values(), ...timing.rules.values()].every((time) => time >= 0));
    assert.ok((timing.steps.get('parse') ?? 0) > 0);
    const named = timingLines(timing)
      .slice(-10)
      .map((line) => line.trim().split(/ +/)[0]);
    const slowest = [...timing.rules].sort(([, a], [, b]) => b - a).map(([id]) => id);
    assert.equal(named, slowest.slice(0, 10));
  });
});
