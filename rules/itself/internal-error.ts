import { manifest } from '../../src/examples.ts';
import { defineRule } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'internal-error',
  severity: 'error',
  appliesTo: 'file',
  summary: 'A rule crashed while it read this file.',
  why: 'The mistake is in cloudrun-lint, not in your file. The rule that is named found nothing here, whether or not there is something to find; all others ran as usual. The exit code is 2, so that a pipeline does not take a broken check for a clean one.',
  remedy:
    'Report it with the message and, if you can, the lines at the place that is shown: the link below leads to the form. Until it is fixed, run with `--rule ID=off`, where ID is the rule that the message names.',
  help: 'Report it with this message. Until it is fixed, turn the rule off with "--rule RULE=off".',
  references: ['https://github.com/cloudrun-lint/cloudrun-lint/issues'],
  bad: [],
  good: [
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: shop
      spec:
        template:
          spec:
            serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
            containers:
              - image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
                ports: [{ containerPort: 8080 }]
                resources: { limits: { cpu: "1", memory: 512Mi } }
    `,
  ],
  /** Finds nothing by itself: whoever runs the rules reports under this id what they throw. */
  *check() {},
});
