import * as assert from 'uvu/assert';
import { hasMark, hasPlaceholder, isStandIn } from '../../src/text/placeholder.ts';
import { suite } from '../suite.ts';

suite('yaml/placeholder', (test) => {
  test('sees the marks of every tool that people fill manifests in with', () => {
    const filled = [
      '${IMAGE}',
      'gcr.io/${PROJECT}/web',
      '$IMAGE',
      '$(IMAGE)',
      '%IMAGE%',
      '{{ .Values.image }}',
      '{{IMAGE}}',
      '<IMAGE>',
      '<your project>',
      '__IMAGE__',
      '@IMAGE@',
      'web-<+env.name>',
      '<+pipeline.variables["image"]>',
      'gcr.io/<%= project %>/web',
      '#{Image}#',
      'web-#{Environment}',
      '((image))',
      '(( grab meta.image ))',
      '$[[ inputs.image ]]',
      'web%{ if canary }-canary%{ endif }',
      'gcr.io/PROJECT_ID/web',
      'YOUR_PROJECT',
      'your-project-id',
      'MY-BUCKET',
      '\uE000\uE000',
    ];
    for (const text of filled) assert.is(hasPlaceholder(text), true, text);
  });

  test('leaves real values alone', () => {
    const real = [
      '',
      'docker.io/library/nginx:1.29.1',
      'us-docker.pkg.dev/acme-prod/shop/web@sha256:4b825dc642cb6eb9a060e54bf8d69288fbee4904',
      'p@ssw0rd',
      'cost: 5$',
      '100%',
      'a < b > c',
      '{"app":["collector"]}',
      'HTTP',
      'my-service',
      'dynamo',
      'https://example.com/a?b=%20c%20d',
      'user@example.com',
      'a <+ b',
      '100 <% 200',
      'issue #1 {x}',
      'echo $((i))',
      'f((1), (2))',
      'curl -w %{http_code}',
    ];
    for (const text of real) assert.is(hasPlaceholder(text), false, text);
  });

  test('takes names in capitals for names where that is the custom', () => {
    for (const name of ['DB_HOST', 'APP__APPLICATION__PORT', '__NAME']) assert.is(hasMark(name), false, name);
    for (const name of ['${NAME}', '__NAME__', 'DB_%NAME%']) assert.is(hasMark(name), true, name);
  });

  test('takes one word in capitals for a stand-in only where lower case is the rule', () => {
    assert.is(hasPlaceholder('IMAGE'), false);
    assert.is(isStandIn('IMAGE'), true);
    assert.is(isStandIn('REGION'), true);
    assert.is(isStandIn('Web'), false);
    assert.is(isStandIn('web'), false);
    assert.is(isStandIn('IT'), false);
  });
});
