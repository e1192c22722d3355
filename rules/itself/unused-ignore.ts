import { changedTemplate, template } from '../../src/examples.ts';
import { defineRule } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'unused-ignore',
  severity: 'warning',
  appliesTo: 'file',
  summary: 'A comment ignores a rule that finds nothing there.',
  why: 'The mistake has been fixed, or the comment never stood in the right place. Left there, it would hide the same mistake when someone makes it again.',
  remedy:
    'Remove the comment, or move it to the line that the finding names. A comment for the whole file (`cloudrun-lint-ignore-file`) belongs above the first line of YAML. Rules that the configuration locks cannot be ignored.',
  references: ['https://yaml.org/spec/1.2.2/#66-comments'],
  fixable: 'safe',
  bad: [
    template`
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            resources:
              limits:
                cpu: "1"
                memory: 512Mi # cloudrun-lint-ignore invalid-memory: written by the platform team
      #                                              ^^^^^^^^^^^^^^ "invalid-memory" finds nothing here, so the comment is not needed.
    `,
    template`
      # cloudrun-lint-ignore-file invalid-memory: sizes come from a template
      #                           ^^^^^^^^^^^^^^ This comment holds for the whole file only above its first line of YAML, not here.
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            resources: { limits: { cpu: "1", memory: 512Mi } }
    `,
  ],
  good: [
    template`
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          # cloudrun-lint-ignore invalid-memory: the mutating proxy of the platform rewrites it
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            resources:
              limits:
                cpu: "1"
                memory: half a gigabyte
    `,
    template`
      # A comment that only talks about cloudrun-lint-ignore is none.
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            resources: { limits: { cpu: "1", memory: 512Mi } }
    `,
  ],
  fixes: {
    block: changedTemplate`
          spec:
            containers:
              - image: docker.io/acme/web:1.2.3
                resources:
                  limits:
        <           # cloudrun-lint-ignore invalid-cpu: the platform writes it
        <           cpu: '1' # cloudrun-lint-ignore invalid-cpu: and again
        >           cpu: '1'
                    memory: 512Mi
      `,
    flow: changedTemplate`
          spec:
            containers:
              - image: docker.io/acme/web:1.2.3
        <       resources: { limits: { cpu: much, memory: 512Mi } } # cloudrun-lint-ignore invalid-cpu, invalid-memory: x
        >       resources: { limits: { cpu: much, memory: 512Mi } } # cloudrun-lint-ignore invalid-cpu: x
      `,
  },
  // Found after all other rules, in `applyIgnores`.
  *check() {},
});
