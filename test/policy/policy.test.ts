import * as assert from 'uvu/assert';
import { categories } from '../../rules/index.ts';
import type { Diagnostic, Subject } from '../../src/diagnostic.ts';
import { parseConfig } from '../../src/policy/config.ts';
import { nameMatcher, pathMatcher } from '../../src/policy/glob.ts';
import { configLayer } from '../../src/policy/layer.ts';
import { applyOverrides } from '../../src/policy/overrides.ts';
import { type AskedSettings, type Layer, makePolicy, policyForFile } from '../../src/policy/policy.ts';
import type { Profile } from '../../src/policy/profile.ts';
import { suite } from '../suite.ts';

function layer(text: string, path = 'c.yaml'): Layer {
  const parsed = parseConfig(path, text, categories);
  if ('problems' in parsed) throw new Error(parsed.problems[0]?.message);
  return configLayer(parsed.config, '/repo', categories);
}

function policy(layers: readonly Layer[], asked: Partial<AskedSettings> = {}) {
  return makePolicy(layers, { levels: new Map(), ...asked }, categories);
}

const profile = (value: Profile): Layer => ({ profile: { value, from: 'c.yaml:1' } });

suite('policy/policy', (test) => {
  test('without a configuration every rule has its own severity', () => {
    const { levels, failOn, target, profile: chosen } = policy([]);
    assert.equal(levels.get('default-limits'), { value: 'info', from: 'profile recommended' });
    assert.equal(levels.get('invalid-cpu')?.value, 'error');
    assert.equal([failOn.value, target.value, chosen.value], ['warning', 'auto', 'recommended']);
  });

  test('later layers count more, rules more than categories, the command line most', () => {
    const { levels } = policy(
      [
        profile('strict'),
        layer('rules: { default-limits: error, ignored-requests: error }'),
        layer('rules: { ignored-requests: off, resources: warning }', 'd.yaml'),
      ],
      { levels: new Map([['invalid-cpu', 'info']]) },
    );
    assert.equal(levels.get('unordered-containers')?.value, 'warning');
    assert.equal(levels.get('default-limits'), { value: 'warning', from: 'd.yaml:1' });
    assert.equal(levels.get('ignored-requests')?.value, 'off');
    assert.equal(levels.get('invalid-cpu'), { value: 'info', from: 'command line' });
  });

  test('what is said of an id that a rule had before counts less than what is said of its own, more than the category', () => {
    const { levels } = policy([layer('rules: { invalid-gpu: warning, incomplete-gpu: info, resources: off }')]);
    assert.is(levels.get('invalid-gpu')?.value, 'warning');
    assert.is(levels.get('throttled-gpu')?.value, 'warning');
    assert.is(levels.get('incomplete-gpu')?.value, 'info');
    assert.is(levels.get('invalid-cpu')?.value, 'off');
  });

  test('a profile on the command line takes the place of those in files', () => {
    const layers = [profile('strict'), layer('rules: { default-limits: warning }')];
    const { levels, profile: chosen } = policy(layers, { profile: 'deploy' });
    assert.equal(chosen, { value: 'deploy', from: 'command line' });
    assert.is(levels.get('unordered-containers')?.value, 'off');
    assert.is(levels.get('default-limits')?.value, 'warning');
    assert.is(levels.get('several-ingress-containers')?.value, 'error');
  });

  test('joins what adds up and replaces what does not', () => {
    const made = policy([
      layer('locked: [resources]\nexclude: a\ncatalogue: [{ image: x, role: cache }]\nfailOn: info\nmaxWarnings: 3\n'),
      layer(
        'locked: invalid-memory\nexclude: [b/c]\ncatalogue: [{ image: x, role: tunnel }]\nfailOn: error\n',
        'd.yaml',
      ),
    ]);
    assert.is(made.locked.get('invalid-cpu'), 'c.yaml:1');
    assert.is(made.locked.get('invalid-memory'), 'd.yaml:1');
    assert.equal([made.isExcluded('/repo/x/a/y.yaml'), made.isExcluded('/repo/b/c/y.yaml')], [true, true]);
    assert.not(made.isExcluded('/repo/x/b/c/y.yaml'));
    assert.equal(
      made.userProducts.map(({ role }) => role),
      ['tunnel', 'cache'],
    );
    assert.equal([made.failOn.value, made.maxWarnings?.value], ['error', 3]);
  });

  test('warnings that are counted do not fail one by one', () => {
    assert.is(policy([], { maxWarnings: 5 }).failOn.value, 'error');
    assert.is(policy([], { maxWarnings: 5, failOn: 'warning' }).failOn.value, 'warning');
  });

  test('runs a rule that is off for the files in which an override wants it', () => {
    const made = policy([
      layer('rules: { default-limits: off }\noverrides: [{ files: a, rules: { default-limits: error } }]'),
    ]);
    const runs = (path: string) =>
      policyForFile(made, path, categories).rules.some(({ id }) => id === 'default-limits');
    assert.equal([runs('/repo/a/s.yaml'), runs('/repo/b/s.yaml')], [true, false]);
  });
});

function finding(rule: string, subject?: Subject): Diagnostic {
  const position = { line: 1, column: 1 };
  const diagnostic: Diagnostic = {
    path: 'a.yaml',
    rule,
    severity: 'warning',
    message: '',
    range: { start: position, end: position },
    span: { start: 0, end: 0 },
    pointer: '',
    fingerprint: '',
    related: [],
  };
  return subject ? { ...diagnostic, subject } : diagnostic;
}

suite('policy/overrides', (test) => {
  const judge = (text: string, diagnostic: Diagnostic, off: readonly string[] = []) => {
    const { overrides } = policyForFile(policy([layer(text)]), '/repo/a/s.yaml', categories);
    const [judged] = applyOverrides([diagnostic], overrides, new Set(off));
    return judged && (judged.suppressed ? `off: ${judged.suppressed.reason}` : judged.severity);
  };
  const proxy: Subject = { kind: 'Service', name: 'shop', container: 'proxy' };

  test('change the severity, the last that matches counting', () => {
    const text = 'overrides:\n- rules: { resources: error }\n- files: a/**\n  rules: { invalid-cpu: info }\n';
    assert.is(judge(text, finding('invalid-cpu', proxy)), 'info');
    assert.is(judge(text, finding('invalid-memory', proxy)), 'error');
    assert.is(judge(text, finding('unknown-dependency', proxy)), 'warning');
  });

  test('mark what they switch off, with the reason', () => {
    const text =
      'overrides:\n- container: pro*\n  service: [other, shop]\n  rules: { invalid-cpu: off }\n  reason: so it is\n';
    assert.is(judge(text, finding('invalid-cpu', proxy)), 'off: so it is');
    assert.is(judge(text, finding('invalid-cpu', { ...proxy, container: 'web' })), 'warning');
    assert.is(judge(text, finding('invalid-cpu', { ...proxy, name: 'shop-2' })), 'warning');
    assert.is(judge(text, finding('invalid-cpu', { kind: 'Service', name: 'shop' })), 'warning');
    assert.is(judge(text, finding('invalid-cpu')), 'warning');
  });

  test('drop what runs for them alone and is not theirs', () => {
    const text = 'overrides:\n- container: proxy\n  rules: { invalid-cpu: error }\n';
    assert.is(judge(text, finding('invalid-cpu', proxy), ['invalid-cpu']), 'error');
    assert.is(judge(text, finding('invalid-cpu', { ...proxy, container: 'web' }), ['invalid-cpu']), undefined);
  });

  test('never hide a crash', () => {
    const text = 'overrides:\n- rules: { internal-error: off }\n  reason: hush\n';
    assert.is(judge(text, finding('internal-error')), 'warning');
  });
});

suite('policy/glob', (test) => {
  test('means what .gitignore would mean', () => {
    const means = (glob: string, path: string) => pathMatcher('/repo', [glob])(path);
    assert.ok(means('/', '/repo/deploy/a.yaml'));
    assert.not.ok(means('', '/repo/a.yaml'));
    assert.not.ok(nameMatcher([''])('shop'));
    assert.ok(means('vendor', '/repo/vendor/a.yaml'));
    assert.ok(means('vendor/', '/repo/x/vendor/y/a.yaml'));
    assert.ok(means('*.draft.yaml', '/repo/x/a.draft.yaml'));
    assert.ok(means('x/*.yaml', '/repo/x/a.yaml'));
    assert.ok(means('./x', '/repo/x/a.yaml'));
    assert.ok(means('**/.hidden/**', '/repo/x/.hidden/a.yaml'));
    assert.ok(means('deploy/{a,b}.yaml', '/repo/deploy/b.yaml'));
    assert.not(means('/vendor', '/repo/x/vendor/a.yaml'));
    assert.not(means('x/*.yaml', '/repo/x/y/a.yaml'));
    assert.not(means('**', '/elsewhere/a.yaml'));
    assert.not(means('vendor', '/repo/vendored/a.yaml'));
  });
});
