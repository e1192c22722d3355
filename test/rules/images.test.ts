import * as assert from 'uvu/assert';
import security from '../../rules/security/index.ts';
import { lint } from '../../src/lint.ts';
import type { Deployer } from '../../src/model/surroundings.ts';
import { suite } from '../suite.ts';

const { rules } = security;

/** What is found about an image of a service that is deployed so. */
function found(image: string, deployer: Deployer): string {
  const text = `apiVersion: serving.knative.dev/v1
kind: Service
metadata: { name: shop }
spec:
  template:
    spec:
      serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
      containers: [{ image: ${image} }]
`;
  const { diagnostics } = lint('service.yaml', text, { rules, explicit: true, deployer: () => deployer });
  return diagnostics.map(({ rule }) => rule).join(' ');
}

suite('rules/security: images that are replaced', (test) => {
  test('Skaffold replaces the names of what it built', () => {
    for (const [image, finding] of [
      ['us-docker.pkg.dev/acme-prod/images/shop', 'floating-image-tag'],
      ['quay.io/acme/shop', 'floating-image-tag unsupported-registry'],
    ] as const) {
      assert.is(found(image, 'gcloud'), finding);
      assert.is(found(image, 'skaffold'), '');
    }
  });

  test('what has a version, or is the product of others, stays as it is', () => {
    assert.is(found('quay.io/acme/shop:1.4.2', 'skaffold'), 'unsupported-registry');
    assert.is(found('gcr.io/acme-prod/shop:latest', 'skaffold'), 'floating-image-tag');
    assert.is(found('docker.io/library/nginx', 'skaffold'), 'floating-image-tag');
  });
});
