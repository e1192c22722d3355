import * as assert from 'uvu/assert';
import { imageFault } from '../../src/model/image-grammar.ts';
import { suite } from '../suite.ts';

const digest = 'sha256:4b825dc642cb6eb9a060e54bf8d69288fbee49044b825dc642cb6eb9a060e54b';

/** What is wrong, and the piece that is. */
function fault(text: string): string {
  const found = imageFault(text);
  return found ? `${found.kind} "${text.slice(found.at.start, found.at.start + found.at.text.length)}"` : '';
}

suite('model/image-grammar', (test) => {
  for (const [text, expected] of [
    ['gcr.io/acme/web@sha256:0000', 'digest "sha256:0000"'],
    [`gcr.io/acme/web@${digest.slice(0, -1)}g`, `digest "${digest.slice(0, -1)}g"`],
    ['gcr.io/acme/web@1.2.3', 'digest "1.2.3"'],
    ['gcr.io/${PROJECT}/web@sha256:0000', 'digest "sha256:0000"'],
    ['gcr.io/acme/WebFront', 'capitals "WebFront"'],
    ['Acme/web:1', 'capitals "Acme"'],
    ['MyShop:1.0', 'capitals "MyShop"'],
    ['${REGION}-docker.pkg.dev/acme/Front/web', 'capitals "Front"'],
    ['gcr.io/acme//web', 'empty-component ""'],
    ['/acme/web', 'empty-component ""'],
    ['gcr.io/acme/', 'empty-component ""'],
    ['gcr.io/acme/web:1:2', 'two-tags ":1"'],
    ['gcr.io/acme/web:', 'empty-tag ""'],
    ['gcr.io/acme/web:1+2', 'tag "1+2"'],
    [`gcr.io/acme/web:.1@${digest}`, 'tag ".1"'],
    ['gcr.io/acme/-web', 'component "-web"'],
    ['gcr.io/acme/we b:1', 'space " "'],
  ] as const) {
    test(`finds what is wrong in "${text}"`, () => assert.is(fault(text), expected));
  }

  test('leaves references, placeholders and what stands for an image alone', () => {
    for (const text of [
      '',
      'redis',
      'redis:7.4',
      'localhost:5000/web:1',
      'registry.example.com:443/a/b:V1_x',
      'gcr.io/example.com:acme/web:2',
      `web:1@${digest}`,
      'gcr.io/acme/a__b.c--d',
      '${IMAGE}',
      '${IMAGE}:${TAG}@${DIGEST}',
      'gcr.io/acme/${NAME}Web:1',
      'gcr.io/acme/web:${MAJOR}+${MINOR}',
      'gcr.io/acme/web@sha256:${DIGEST}',
      'gcr.io/acme/web@sha256:xxxxxxxx',
      'gcr.io/acme/web@sha256:DIGEST',
      'gcr.io/acme/web@sha256:abc...xyz',
      'gcr.io/acme/web@sha256:thedigest',
      'gcr.io/myProject/imageName',
      'REGION-docker.pkg.dev/ProjectID/REPO/web',
      'gcr.io/YourProject/web',
      'gcr.io/acme/web-SHA',
      'TheImage',
      'BackendImage',
      'a text that says what to write: here',
      'the image',
      '{{ .Values.repo }}/web: latest',
      '【image】/We b',
      'https://gcr.io/acme/web',
      '"gcr.io/Acme/Web"',
    ]) {
      assert.is(fault(text), '', text);
    }
  });

  test('stays fast on hostile text', () => {
    for (const text of [
      'a '.repeat(50_000),
      'aA'.repeat(50_000),
      'x/'.repeat(50_000),
      'app'.repeat(50_000),
      ':@'.repeat(50_000),
    ]) {
      assert.not.throws(() => imageFault(text));
    }
  });
});
