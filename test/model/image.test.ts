import * as assert from 'uvu/assert';
import { isFloating, parseImage } from '../../src/model/image.ts';
import { suite } from '../suite.ts';

function parts(text: string): string {
  const { registry = '?', registryKind, path, tag, digest, unknown } = parseImage(text);
  const shown = path.map((component) => component ?? '?').join('/');
  const behind = `${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`;
  return `${registryKind} ${registry} ${shown}${behind} [${[...unknown].sort().join(' ')}]`;
}

suite('model/image', (test) => {
  const cases: readonly [string, string][] = [
    ['nginx', 'docker-hub docker.io library/nginx []'],
    ['nginx:1.27-alpine', 'docker-hub docker.io library/nginx:1.27-alpine []'],
    ['docker.io/nginx', 'docker-hub docker.io library/nginx []'],
    ['index.docker.io/datadog/agent:7', 'docker-hub docker.io datadog/agent:7 []'],
    ['registry-1.docker.io/library/redis', 'docker-hub docker.io library/redis []'],
    ['grafana/alloy:v1.4.2', 'docker-hub docker.io grafana/alloy:v1.4.2 []'],
    ['gcr.io/datadoghq/serverless-init:1', 'container-registry gcr.io datadoghq/serverless-init:1 []'],
    ['mirror.gcr.io/library/httpd', 'container-registry mirror.gcr.io library/httpd []'],
    ['gcr.io/example.com:shop/web:2', 'container-registry gcr.io example.com:shop/web:2 []'],
    ['gcr.io/example.com/shop/web', 'container-registry gcr.io example.com/shop/web []'],
    ['us-docker.pkg.dev/p/r/web@sha256:ab12', 'artifact-registry us-docker.pkg.dev p/r/web@sha256:ab12 []'],
    ['docker.pkg.dev/p/r/web', 'artifact-registry docker.pkg.dev p/r/web []'],
    ['localhost:5000/web:dev', 'other localhost:5000 web:dev []'],
    ['localhost/web', 'other localhost web []'],
    ['registry.example.com:443/a/b:1@sha256:ff', 'other registry.example.com:443 a/b:1@sha256:ff []'],
    ['quay.io/nginx/nginx-unprivileged', 'other quay.io nginx/nginx-unprivileged []'],
    ['  redis:7 ', 'docker-hub docker.io library/redis:7 []'],
    ['${IMAGE}', 'unknown ? ? [digest path registry tag]'],
    ['%OTELCOL_IMAGE%', 'unknown ? ? [digest path registry tag]'],
    ['$IMAGE:1.2', 'unknown ? ?:1.2 [path registry]'],
    ['IMAGE', 'unknown ? ? [digest path registry tag]'],
    ['theImage', 'unknown ? ? [path registry]'],
    ['ko://github.com/acme/nginx', 'unknown ? ? [digest path registry tag]'],
    ['image-to-replace', 'unknown ? ? [digest path registry tag]'],
    ['nginx:${TAG}', 'docker-hub docker.io library/nginx [tag]'],
    ['nginx:TAG', 'docker-hub docker.io library/nginx [tag]'],
    ['nginx@${DIGEST}', 'docker-hub docker.io library/nginx [digest]'],
    ['${REGISTRY}/nginx:1.27', 'unknown ? ?/nginx:1.27 [path registry]'],
    ['{{ .Values.repo }}/otelcol-google:0.156.1', 'unknown ? ?/otelcol-google:0.156.1 [path registry]'],
    ['gcr.io/$PROJECT_ID/pgadapter', 'container-registry gcr.io ?/pgadapter [path]'],
    ['${REGION}-docker.pkg.dev/${P}/apps/web:1', 'artifact-registry ? ?/apps/web:1 [path registry]'],
    ['REGION-docker.pkg.dev/PROJECT_ID/apps/web:1', 'artifact-registry ? ?/apps/web:1 [path registry]'],
    ['MY-REGION.pkg.dev/MY-PROJECT/apps/web', 'unknown ? ?/apps/web [path registry]'],
    ['<HOST>/web', 'unknown ? ?/web [path registry]'],
    ['gcr.io/acme/web-${SUFFIX}', 'container-registry gcr.io acme/? [digest path tag]'],
    ['us-docker.pkg.dev/your-project/apps/web:1', 'artifact-registry us-docker.pkg.dev ?/apps/web:1 [path]'],
    ['', 'unknown ? ? [path registry]'],
    [':', 'unknown ? ? [path registry]'],
    ['a b c', 'unknown ? ? [digest path registry tag]'],
    ['【Nginxのイメージ】', 'unknown ? ? [digest path registry tag]'],
    ['gcr.io/acme/nginx:【version】', 'unknown ? ? [digest path registry tag]'],
    ['///', 'unknown ? ?/?/?/? [path registry]'],
  ];
  for (const [text, expected] of cases) {
    test(`takes "${text}" apart`, () => assert.is(parts(text), expected));
  }

  test('finds the path that the makers publish under', () => {
    const published = (text: string) => parseImage(text).publishedPath.join('/');
    assert.is(published('us-docker.pkg.dev/acme/dockerhub/datadog/agent:7'), 'datadog/agent');
    assert.is(published('europe-docker.pkg.dev/example.com/acme/mirror/library/nginx'), 'library/nginx');
    assert.is(published('eu.gcr.io/acme/otel/opentelemetry-collector'), 'otel/opentelemetry-collector');
    assert.is(published('quay.io/oauth2-proxy/oauth2-proxy'), 'oauth2-proxy/oauth2-proxy');
    assert.is(published('mirror.gcr.io/library/httpd'), 'library/httpd');
  });

  test('keeps the words inside placeholders as hints', () => {
    assert.equal(parseImage('%OTELCOL_IMAGE%').hints, ['otelcol_image']);
    assert.equal(parseImage('NGINX_IMAGE').hints, ['nginx_image']);
    assert.equal(parseImage('【Nginxのイメージ】').hints, []);
  });

  test('knows where Cloud Run pulls from', () => {
    for (const text of [
      'nginx',
      'eu.gcr.io/a/b',
      'us-docker.pkg.dev/a/b/c',
      '${REGION}-docker.pkg.dev/a/b/c',
      'ghcr.io/a/b',
      'u-france-east1-docker.s3nsregistry.fr/a/b/c',
      'docker.qs3nsregistry.fr/a/b/c',
      'u-germany-northeast1-docker.pkg-berlin-build0.goog/a/b/c',
      'docker.pkg-tpczero.goog/a/b/c',
    ]) {
      assert.not.match(parseImage(text).registryKind, /^(?:other|unknown)$/, text);
    }
    for (const text of [
      'quay.io/a/b',
      'public.ecr.aws/a/b',
      'localhost:5000/a',
      'ghcr.io.example.com/a',
      's3nsregistry.fr/a',
    ]) {
      assert.is(parseImage(text).registryKind, 'other', text);
    }
    for (const text of ['${IMAGE}', '${HOST}/a', 'MY-REGION.pkg.dev/a/b/c']) {
      assert.is(parseImage(text).registryKind, 'unknown', text);
    }
  });

  test('knows a floating reference', () => {
    assert.is(isFloating(parseImage('nginx')), true);
    assert.is(isFloating(parseImage('nginx:latest')), true);
    assert.is(isFloating(parseImage('nginx:1.27')), false);
    assert.is(isFloating(parseImage('nginx:latest@sha256:ab')), false);
    assert.is(isFloating(parseImage('nginx:${TAG}')), undefined);
    assert.is(isFloating(parseImage('${IMAGE}')), undefined);
  });

  test('stays fast on hostile text', () => {
    for (const text of [
      '${'.repeat(50_000),
      '__a'.repeat(50_000),
      'a-'.repeat(50_000),
      '<a'.repeat(50_000),
      '/'.repeat(50_000),
    ]) {
      assert.ok(parseImage(text).unknown.has('path'));
    }
  });
});
