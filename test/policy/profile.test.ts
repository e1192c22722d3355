import * as assert from 'uvu/assert';
import { rules } from '../../rules/index.ts';
import { levelIn } from '../../src/policy/profile.ts';
import { suite } from '../suite.ts';

suite('policy/profile', (test) => {
  const level = (profile: Parameters<typeof levelIn>[0], id: string) =>
    levelIn(profile, rules.find((rule) => rule.id === id)!);

  test('deploy keeps what is refused, whether or not the message is published', () => {
    assert.is(level('deploy', 'no-ingress-container'), 'error');
    assert.is(level('deploy', 'undefined-volume'), 'error');
  });

  test('deploy leaves out what deploys', () => {
    assert.is(level('deploy', 'throttled-agent'), 'off');
    assert.is(level('deploy', 'bypassed-proxy'), 'off');
  });

  test('strict raises advice', () => {
    assert.is(level('strict', 'default-limits'), 'warning');
    assert.is(level('strict', 'no-ingress-container'), 'error');
  });
});
