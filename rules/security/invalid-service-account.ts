import { template } from '../../src/examples.ts';
import { defineRule } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'invalid-service-account',
  severity: 'error',
  appliesTo: 'workload',
  needs: { mentions: ['serviceAccountName'] },
  summary: 'The service account is neither an address nor an account id.',
  why: 'Cloud Run runs the containers as a service account of IAM, which has an address such as `shop@acme-prod.iam.gserviceaccount.com`. It refuses what cannot be one.',
  remedy: 'Write the email address of the service account, as `gcloud iam service-accounts list` shows it.',
  help: false,
  references: [
    'https://cloud.google.com/run/docs/configuring/services/service-identity',
    'https://cloud.google.com/iam/docs/service-account-overview',
  ],
  predicts: 'Unsupported service account',
  predictsAlike: true,
  bad: [
    template`
      spec:
        serviceAccountName: shop@@acme-prod.iam.gserviceaccount.com
      #                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "shop@@acme-prod.iam.gserviceaccount.com" is not a service account. Write its address, as in "NAME@PROJECT.iam.gserviceaccount.com".
        containers:
          - image: docker.io/acme/shop:1.4.2
    `,
    template`
      spec:
        serviceAccountName: the account of the shop
      #                     ^^^^^^^^^^^^^^^^^^^^^^^ "the account of the shop" is not a service account. Write its address, as in "NAME@PROJECT.iam.gserviceaccount.com".
        containers:
          - image: docker.io/acme/shop:1.4.2
    `,
  ],
  good: [
    template`
      spec:
        serviceAccountName: shop@example.com:acme.iam.gserviceaccount.com
        containers:
          - image: docker.io/acme/shop:1.4.2
    `,
    template`
      spec:
        serviceAccountName: shop-runner
        containers:
          - image: docker.io/acme/shop:1.4.2
    `,
    template`
      spec:
        serviceAccountName: shop@@%PROJECT%
        containers:
          - image: docker.io/acme/shop:1.4.2
    `,
  ],
  *check(workload) {
    const account = workload.templateSpec.get('serviceAccountName');
    const text = account.value?.trim() ?? '';
    // Whether a path of the resource is taken is not known, so it passes; so does a lone word in capitals.
    if (text === '' || /^(?:[\w.-]+(?:@[\w.:-]+)?|projects\/.*)$/.test(text)) return;
    yield {
      on: account,
      message: `"${text}" is not a service account. Write its address, as in "NAME@PROJECT.iam.gserviceaccount.com".`,
    };
  },
});
