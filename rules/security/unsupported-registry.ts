import { template } from '../../src/examples.ts';
import { defineRule, filledIn, instanceOf, isReplacedAtRender } from '../../src/rule-kit.ts';

/** The refusal as it is published, with NAME for the image. */
const refusal =
  'Expected an image path like [host/]repo-path[:tag and/or @digest], where host is one of [region.]gcr.io, [region-]docker.pkg.dev or docker.io but obtained NAME';

export default defineRule({
  id: 'unsupported-registry',
  severity: 'error',
  appliesTo: 'workload',
  summary: 'An image is in a registry that Cloud Run does not pull from.',
  why: 'Cloud Run pulls from Artifact Registry, Container Registry and Docker Hub, and since July 2026 public images from `ghcr.io`. Images of any other host are refused, public ones too: Quay, Amazon, Microsoft, and the registries of vendors.',
  remedy:
    'Make a remote repository for the other registry in Artifact Registry, which fetches and keeps the images, and write its path. Many vendors publish the same image on Docker Hub. A private image of `ghcr.io` needs a remote repository as well.',
  help: false,
  references: [
    'https://cloud.google.com/run/docs/deploying#images',
    'https://cloud.google.com/artifact-registry/docs/repositories/remote-overview',
    'https://github.com/hashicorp/terraform-provider-google/issues/14700',
    'https://github.com/datawranglerai/self-host-n8n-on-gcr/issues/31',
  ],
  predicts: refusal,
  bad: [
    template`
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - image: quay.io/acme/shop:1.4.2
      #            ^^^^^^^ Cloud Run does not pull the image from "quay.io". Make a remote repository for it in Artifact Registry and write "REGION-docker.pkg.dev/PROJECT/REPOSITORY/acme/shop:1.4.2".
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/execution-environment: gen2
      spec:
        containers:
          - name: shop
            image: europe-west1-docker.pkg.dev/acme-prod/images/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: auth
            image: registry.example.com:5000/oauth2-proxy/oauth2-proxy:v7.12.0
      #            ^^^^^^^^^^^^^^^^^^^^^^^^^ Cloud Run does not pull the image of "auth" from "registry.example.com:5000". Make a remote repository for it in Artifact Registry and write "REGION-docker.pkg.dev/PROJECT/REPOSITORY/oauth2-proxy/oauth2-proxy:v7.12.0".
            args: [--http-address=0.0.0.0:4180, --upstream=http://localhost:8080]
    `,
    template`
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - image: https://gcr.io/acme-prod/shop:1.4.2
      #            ^^^^^^^^ The image begins with "https://", but an image has no scheme. Write "gcr.io/acme-prod/shop:1.4.2".
    `,
  ],
  good: [
    template`
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - name: shop
            image: eu.gcr.io/acme-prod/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: cache
            image: redis:7.4
          - name: search
            image: europe-west1-docker.pkg.dev/acme-prod/quay/acme/search:1.4.2
          - name: mail
            image: ghcr.io/acme/mail:1.4.2
    `,
    template`
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - name: shop
            image: u-france-east1-docker.s3nsregistry.fr/acme-prod/images/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: search
            image: u-germany-northeast1-docker.pkg-berlin-build0.goog/acme-prod/images/search:1.4.2
    `,
    template`
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - name: shop
            image: \${REGISTRY}/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: stock
            image: ko://github.com/acme/shop/cmd/stock
          - name: search
            image: REGION-docker.pkg.dev/PROJECT_ID/images/search:1.4.2
    `,
  ],
  *check(workload) {
    for (const { image, container } of instanceOf(workload).members) {
      if (image?.registryKind !== 'other' || image.registry === undefined) continue;
      if (isReplacedAtRender(workload, image)) continue;
      const field = container.field.get('image');
      const start = field.text!.indexOf(field.text!.trim());
      const scheme = /^[a-z]+:\/\//.exec(image.text)?.[0];
      if (scheme !== undefined) {
        yield {
          on: field.part(start, start + scheme.length),
          message: `The image${container.after('of')} begins with "${scheme}", but an image has no scheme. Write "${image.text.slice(scheme.length)}".`,
        };
        continue;
      }
      const path = image.text.slice(image.text.indexOf('/') + 1);
      yield {
        on: field.part(start, start + image.text.indexOf('/')),
        predicts: filledIn(refusal, field.value),
        message: `Cloud Run does not pull the image${container.after('of')} from "${image.registry}". Make a remote repository for it in Artifact Registry and write "REGION-docker.pkg.dev/PROJECT/REPOSITORY/${path}".`,
      };
    }
  },
});
