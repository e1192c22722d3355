import * as assert from 'uvu/assert';

import { hasMark, hasPlaceholder, holdsMarkOrYours, isAllPlaceholder, isStandIn } from '../../src/text/placeholder.ts';

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
      'projects/PROJECT_ID/locations/REGION',
      'PROJECT_ID:REGION:INSTANCE',
      '--project=PROJECT_ID',
      '-p PROJECT_ID',
      'web:COMMIT_SHA',
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
      'see OPS-2291',
      'OPS-2291',
      'UTF-8',
      'ISO-8859',
      'uses READ_COMMITTED by default',
      'LOG_LEVEL=debug exec web',
      '--config=env:OTEL_CONFIG',
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

  test('takes a word in capitals for a name where names are so', () => {
    assert.is(holdsMarkOrYours('STAGING_DATABASE_URL'), false);
    for (const text of ['${SECRET}', 'YOUR_SECRET_NAME', 'your-secret']) assert.is(holdsMarkOrYours(text), true, text);
  });

  test('tells what may be filled in with nothing', () => {
    for (const text of ['%REASON%', ' ${REASON} ', 'REASON', 'BREAK_GLASS'])
      assert.is(isAllPlaceholder(text), true, text);
    for (const text of ['see %TICKET%', 'see OPS-2291', 'reason', '']) assert.is(isAllPlaceholder(text), false, text);
  });
});
