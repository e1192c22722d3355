import { template } from '../../src/examples.ts';
import { annotationName, defineRule, say } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'revocation-without-key',
  severity: 'error',
  appliesTo: 'service',
  needs: { mentions: ['run.googleapis.com/post-key-revocation-action-type'], wholeText: true },
  summary: 'The action for a revoked encryption key is set, but no key is set.',
  why: '`post-key-revocation-action-type` says what becomes of instances whose encryption key is revoked. Cloud Run refuses it without `encryption-key`.',
  remedy: 'Name the key in `run.googleapis.com/encryption-key` on the template, or remove the annotation.',
  help: false,
  references: ['https://cloud.google.com/run/docs/securing/using-cmek'],
  predicts: 'encryption_key must be set if this field is set',
  predictsAlike: true,
  bad: [
    template`
      metadata:
        annotations:
          run.googleapis.com/post-key-revocation-action-type: shut-down
      #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "run.googleapis.com/post-key-revocation-action-type" needs an encryption key. Add "run.googleapis.com/encryption-key", or remove it.
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
    `,
  ],
  good: [
    template`
      metadata:
        annotations:
          run.googleapis.com/post-key-revocation-action-type: shut-down
          run.googleapis.com/encryption-key: projects/acme/locations/europe-west1/keyRings/run/cryptoKeys/shop
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/post-key-revocation-action-type: ""
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
    `,
  ],
  *check(service) {
    const [action, key] = ['run.googleapis.com/post-key-revocation-action-type', 'run.googleapis.com/encryption-key'];
    const annotation = service.templateAnnotation(action!);
    if (!annotation.text || service.templateAnnotation(key!).text) return;
    yield {
      on: annotation.key,
      message: say`${annotationName(action!)} needs an encryption key. Add ${annotationName(key!)}, or remove it.`,
    };
  },
});
