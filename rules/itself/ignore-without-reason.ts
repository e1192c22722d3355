import { template } from '../../src/examples.ts';
import { defineRule } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'ignore-without-reason',
  severity: 'warning',
  appliesTo: 'file',
  summary: 'A comment ignores a rule and does not say why.',
  why: 'Nobody who reads the file later can tell an exception that was thought over from a finding that was in the way.',
  remedy: 'Write the reason behind a colon: `# cloudrun-lint-ignore ID: reason`.',
  help: 'Write the reason behind a colon: "cloudrun-lint-ignore RULE: reason".',
  references: ['https://yaml.org/spec/1.2.2/#66-comments'],
  bad: [
    template`
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            # cloudrun-lint-ignore invalid-memory
      #     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This comment does not say why "invalid-memory" is ignored here.
            resources: { limits: { cpu: "1", memory: half a gigabyte } }
    `,
    template`
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            # cloudrun-lint-ignore invalid-memory rewritten by the platform
      #     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ A colon is missing between "invalid-memory" and the reason.
            resources: { limits: { cpu: "1", memory: half a gigabyte } }
    `,
  ],
  good: [
    template`
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            # cloudrun-lint-ignore invalid-memory, invalid-cpu: rewritten by the platform
            resources: { limits: { cpu: half, memory: half a gigabyte } }
    `,
    template`
      # [START cloudrun_shop]
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            resources:
              limits:
                cpu: "1"
                memory: half a gigabyte # tag::memory[] # cloudrun-lint-ignore invalid-memory: rewritten by the platform
      # [END cloudrun_shop]
    `,
  ],
  // Found after all other rules, in `applyIgnores`.
  *check() {},
});
