import * as assert from 'uvu/assert';
import { rules } from '../../rules/index.ts';
import { shownInTerraform, type Translation, translationsOf } from '../../scripts/to-terraform/examples.ts';
import { type Expectation, readExpectations } from '../../src/examples.ts';
import type { Rule } from '../../src/rule.ts';
import { suite } from '../suite.ts';

/** Rules that see something else in the same example in Terraform, and why. */
const otherwise: Readonly<Record<string, string>> = {
  'implicit-volume-medium': 'the v2 API has memory as its default, and the words of the v1 API for it',
  'fixed-revision-name': 'the v1 resource has fixed-name-without-autogenerate',
  'functional-type-without-identity': 'the v2 API takes no such annotation',
  'invalid-cpu': 'Terraform makes a text of a number',
  'invalid-revision-name': 'gcloud alone asks for the name of the service before it',
  'invalid-secret-name': 'the v2 API takes a path',
  'missing-field': 'the version of a secret has a default',
};

/** Good examples that hang on the name of their file or on a comment, which the resource does not have. */
const ofYaml = new Set(['default-service-account', 'floating-image-tag', 'missing-field']);

const translated = rules.map((rule) => ({
  rule,
  bad: translationsOf(rule, rule.bad),
  good: translationsOf(rule, rule.good),
}));

const isFinding = ({ kind }: Expectation): boolean => kind === 'finding';

function show(rule: Rule, { hcl, found }: Translation): string {
  return `${rule.id}: ${found.map(({ message }) => message).join(' | ')}\n${hcl}`;
}

suite('dialect: the same in YAML and Terraform', (test) => {
  test('a rule finds the same', () => {
    const differing = translated.flatMap(({ rule, bad }) =>
      bad
        .filter(({ example, found }) => found.length !== readExpectations(example.yaml).filter(isFinding).length)
        .filter(() => !Object.hasOwn(otherwise, rule.id))
        .map((one) => show(rule, one)),
    );
    assert.equal(differing, []);
    assert.ok(translated.filter(({ bad }) => bad.length > 0).length > 130);
  });

  test('a rule is as silent', () => {
    const noisy = translated.flatMap(({ rule, good }) =>
      good.filter(({ found }) => found.length > 0 && !ofYaml.has(rule.id)).map((one) => show(rule, one)),
    );
    assert.equal(noisy, []);
  });

  test('a message about a resource of the v2 API names no annotation of the v1 API', () => {
    const naming = translated.flatMap(({ rule, bad }) =>
      bad
        .filter(({ hcl }) => hcl.includes('"google_cloud_run_v2_'))
        .filter(({ hcl, found }) =>
          found.some(({ message, help = '' }) =>
            [...`${message} ${help}`.matchAll(/(?:run\.googleapis\.com|autoscaling\.knative\.dev)\/[\w-]+/g)].some(
              ([key]) => !hcl.includes(key),
            ),
          ),
        )
        .map((one) => show(rule, one)),
    );
    assert.equal(naming, []);
  });

  test('no finding in Terraform quotes gcloud, which does not run', () => {
    const quoting = translated.flatMap(({ rule, bad }) =>
      bad.filter(({ found }) => found.some(({ predicts }) => predicts !== undefined)).map((one) => show(rule, one)),
    );
    assert.equal(quoting, []);
  });

  test('a page shows it with its carets', () => {
    const rule = rules.find(({ id }) => id === 'unknown-dependency')!;
    const { bad } = shownInTerraform(rule)!;
    assert.match(bad ?? '', /\n {6}depends_on = \["(datadog-agnet)"\]\n# {19}\^{15} "web" waits for "\1"/);
  });
});
