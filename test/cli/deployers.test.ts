import * as assert from 'uvu/assert';
import { suite } from '../suite.ts';
import { inFolder } from './session.ts';

const manifest = `apiVersion: serving.knative.dev/v1
kind: Service
metadata: { name: shop }
spec:
  template:
    spec:
      serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
      containers:
        - image: europe-docker.pkg.dev/acme-prod/shop/shop:1.4.2
          env: [{ name: WORKERS, value: 4 }]
          resources: { limits: { cpu: 2, memory: 1Gi } }
`;
const refused = ['wrong-type', 'invalid-cpu'];
const skaffold = 'apiVersion: skaffold/v4beta7\nkind: Config\ndeploy:\n  cloudrun: {}\n';

const found = (out: readonly string[]): readonly string[] =>
  refused.filter((rule) => out.some((line) => line.includes(rule)));

/** What is found in `deploy/prod/service.yaml` beside one other file. */
const beside = (path: string, text: string, expected: readonly string[]) =>
  inFolder({ 'deploy/prod/service.yaml': manifest, [path]: text }, async ({ run }) => {
    assert.equal(found((await run('-f', 'compact', '.')).out), expected, path);
  });

suite('cli/deployers', (test) => {
  test('gcloud takes numbers for numbers', beside('other.yaml', 'a: 1\n', refused));
  test('skaffold makes texts of them', beside('deploy/prod/skaffold.yaml', skaffold, []));
  test('a configuration counts for the folders below it', beside('skaffold.yaml', skaffold, []));
  test(
    'so does the target of a delivery pipeline',
    beside(
      'deploy/clouddeploy.yaml',
      'apiVersion: deploy.cloud.google.com/v1\nkind: Target\nmetadata: { name: prod }\nrun:\n  location: projects/acme-prod/locations/europe-west1\n',
      [],
    ),
  );
  test(
    'skaffold for a cluster says nothing',
    beside('skaffold.yaml', 'apiVersion: skaffold/v4beta7\nkind: Config\ndeploy:\n  kubectl: {}\n', refused),
  );
  test(
    'a parameter in the file itself says that Cloud Deploy reads it',
    inFolder({ 'service.yaml': manifest.replace(':1.4.2', ':1.4.2 # from-param: ${image}') }, async ({ run }) => {
      assert.equal(found((await run('-f', 'compact', '.')).out), []);
    }),
  );
  test('neither does one of another folder', beside('deploy/staging/skaffold.yaml', skaffold, refused));
  test('one that cannot be read is none', beside('skaffold.yaml/a.txt', 'cloudrun:\n', refused));
});
