import { template } from '../../src/examples.ts';
import { defineRule } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'unknown-ignore',
  severity: 'warning',
  appliesTo: 'file',
  summary: 'A comment ignores a rule that does not exist.',
  why: 'A misspelt id ignores nothing, and nobody notices as long as the rule that was meant has nothing to say.',
  remedy:
    'Write the id as the report prints it: `# cloudrun-lint-ignore ID: reason`, or `# cloudrun-lint-ignore ID, ID: reason` for several.',
  help: false,
  references: ['https://yaml.org/spec/1.2.2/#66-comments'],
  bad: [
    template`
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            # cloudrun-lint-ignore invalid-memroy: rewritten by the platform
      #                            ^^^^^^^^^^^^^^ There is no rule or category "invalid-memroy", so nothing is ignored. Did you mean "invalid-memory"?
            resources: { limits: { cpu: "1", memory: 512Mi } }
    `,
    template`
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            # cloudrun-lint-disable-line invalid-memory
      #       ^^^^^^^^^^^^^^^^^^^^^^^^^^ "cloudrun-lint-disable-line" is not a comment that cloudrun-lint knows. Write "cloudrun-lint-ignore".
            resources: { limits: { cpu: "1", memory: 512Mi } } # cloudrun-lint-ignore
      #                                                        ^^^^^^^^^^^^^^^^^^^^^^ This comment names no rule, so nothing is ignored.
    `,
  ],
  good: [
    template`
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            # cloudrun-lint-ignore invalid-memory: rewritten by the platform
            resources: { limits: { cpu: "1", memory: half a gigabyte } }
    `,
    template`
      # Checked by cloudrun-lint in CI, see docs/cloudrun-lint.md.
      # cloudrun-lint-action runs there with the defaults.
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            resources: { limits: { cpu: "1", memory: 512Mi } }
    `,
  ],
  // Found after all other rules, in `applyIgnores`.
  *check() {},
});
