import { changedTemplate, manifest, template } from '../../src/examples.ts';
import {
  defineRule,
  deleteEntry,
  fieldName,
  hasPlaceholder,
  marksOf,
  type OpenField,
  safeFix,
  say,
  writtenFields,
} from '../../src/rule-kit.ts';

export default defineRule({
  id: 'ineffective-field',
  severity: 'warning',
  appliesTo: 'workload',
  summary: 'A field of Kubernetes does nothing: gcloud lets it pass, but Cloud Run does not support it.',
  why: 'gcloud knows the field, but the API documents it as not supported: Cloud Run refuses it or ignores it. What the field was meant to secure or arrange does not happen.',
  remedy: 'Leave the field out, and reach its aim as the finding says.',
  help: false,
  references: [
    'https://cloud.google.com/run/docs/reference/rest/v1/Container',
    'https://cloud.google.com/run/docs/reference/rest/v1/RevisionSpec',
  ],
  fixable: 'safe',
  bad: [
    template`
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        terminationGracePeriodSeconds: 30
      # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Cloud Run does not support "terminationGracePeriodSeconds". Leave it out: Cloud Run sends SIGTERM, and ten seconds later SIGKILL.
        imagePullSecrets: [{ name: registry }]
      # ^^^^^^^^^^^^^^^^ Cloud Run does not support "imagePullSecrets". Give the service agent of Cloud Run access to the registry.
        containers:
          - image: docker.io/acme/shop:1.4.2
            imagePullPolicy: Always
      #     ^^^^^^^^^^^^^^^ Cloud Run does not support "imagePullPolicy". Each revision keeps the image that its tag meant when it was deployed.
            securityContext:
      #     ^^^^^^^^^^^^^^^ Cloud Run does not support "securityContext". Set the user with USER in the image.
              runAsUser: 1000
    `,
    manifest`
      apiVersion: run.googleapis.com/v1
      kind: WorkerPool
      metadata:
        name: indexer
        finalizers: [acme.example/cleanup]
      # ^^^^^^^^^^ Cloud Run does not support "finalizers". Remove it.
      spec:
        template:
          spec:
            containers:
              - image: docker.io/acme/indexer:1.4.2
                terminationMessagePath: /tmp/message
      #         ^^^^^^^^^^^^^^^^^^^^^^ Cloud Run does not support "terminationMessagePath". Write the last message to standard error.
    `,
    template`
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        runtimeClassName: gvisor
      # ^^^^^^^^^^^^^^^^ Cloud Run has no runtime classes. It picks the execution environment itself.
        nodeSelector:
          cloud.google.com/gke-spot: "true"
      #   ^^^^^^^^^^^^^^^^^^^^^^^^^ Cloud Run has no nodes to select by "cloud.google.com/gke-spot". The only use of "nodeSelector" is the type of the GPU.
        containers:
          - image: docker.io/acme/shop:1.4.2
    `,
  ],
  good: [
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
    `,
    template`
      spec:
        enableServiceLinks: false
        imagePullSecrets: []
        containers:
          - image: docker.io/acme/shop@sha256:0f7a1d3c5b9e2846af1d3c5b9e2846af1d3c5b9e2846af1d3c5b9e2846af1d3c
            imagePullPolicy: null
            env:
              - name: API_KEY
                valueFrom:
                  secretKeyRef: { name: api-key, key: "3", optional: false }
            securityContext: {}
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/cpu-throttling: "false"
      spec:
        nodeSelector:
          run.googleapis.com/accelerator: nvidia-l4
        containers:
          - image: docker.io/acme/model:1.4.2
            resources: { limits: { cpu: "4", memory: 16Gi, nvidia.com/gpu: "1" } }
    `,
  ],
  fixes: {
    block: changedTemplate`
          spec:
            containers:
              - name: web
                image: docker.io/acme/web:1.2.3
        <       imagePullPolicy: Always # the newest
                ports:
                  - containerPort: 8080
      `,
    flow: changedTemplate`
          spec:
            containers:
        <     - { name: web, image: docker.io/acme/web:1.2.3, imagePullPolicy: Always }
        >     - { name: web, image: docker.io/acme/web:1.2.3 }
      `,
  },
  *check(workload) {
    const { templateSpec } = workload;
    const selector = templateSpec.get('nodeSelector');
    for (const label of selector.keys) {
      if (label === 'run.googleapis.com/accelerator' || hasPlaceholder(label)) continue;
      yield {
        on: selector.get(label).key,
        message: say`Cloud Run has no nodes to select by "${label}". The only use of ${fieldName('nodeSelector')} is the type of the GPU.`,
        help: 'Remove it.',
      };
    }
    const runtime = (templateSpec as unknown as OpenField).get('runtimeClassName');
    if (runtime.shape && runtime.text && !runtime.unknown && !runtime.text.startsWith('run.googleapis.com/')) {
      yield {
        on: runtime.key,
        message: 'Cloud Run has no runtime classes. It picks the execution environment itself.',
        help: 'Remove it.',
      };
    }
    for (const place of writtenFields(workload.open)) {
      if (!marksOf(place.shape).isUnsupported || isNothing(place)) continue;
      const key = place.path.at(-1);
      if (typeof key !== 'string') continue;
      if (hasOwnRule.has(key) || marksOf(place.parent?.shape).isUnsupported) continue;
      const whose = workload.containerAt(place.path)?.after('for') ?? '';
      yield {
        on: place.key,
        message: say`Cloud Run does not support ${fieldName(key)}${whose}. ${instead[key] ?? 'Remove it.'}`,
        help: factsAlone.has(key) ? 'Remove it.' : undefined,
        // Safe: Cloud Run does not read it. What says how something is to be reached otherwise is left to a person.
        fix: isDispensable(key) ? safeFix(say`Remove ${fieldName(key)}`, deleteEntry(place)) : undefined,
      };
    }
  },
});

/** Whether it asks for nothing that Cloud Run does not do: it is empty, or turns off what there is not. */
function isNothing(place: OpenField): boolean {
  if (place.isNull) return true;
  if (place.isMap || place.isList) return place.keys.length === 0 && place.items.length === 0;
  return place.shape?.type === 'boolean' && place.text === 'false';
}

/** Fields about which the rules of volumes, probes, environment and traffic know more. */
const hasOwnRule: ReadonlySet<string> = new Set([
  'configMap',
  'configMapKeyRef',
  'envFrom',
  'host',
  'scheme',
  'readOnly',
  'configurationName',
]);

/** Whether there is nothing to write in its place. */
function isDispensable(key: string): boolean {
  return factsAlone.has(key) || /^(?:Remove|Leave)/.test(instead[key] ?? 'Remove');
}

/** Fields of which `instead` says why they are not needed, and not what to write. */
const factsAlone: ReadonlySet<string> = new Set(['imagePullPolicy', 'optional']);

const instead: Readonly<Record<string, string>> = {
  imagePullSecrets: 'Give the service agent of Cloud Run access to the registry.',
  imagePullPolicy: 'Each revision keeps the image that its tag meant when it was deployed.',
  securityContext: 'Set the user with USER in the image.',
  terminationMessagePath: 'Write the last message to standard error.',
  terminationMessagePolicy: 'Write the last message to standard error.',
  optional: 'The secret has to exist.',
  terminationGracePeriodSeconds: 'Leave it out: Cloud Run sends SIGTERM, and ten seconds later SIGKILL.',
  enableServiceLinks: 'Remove it: Cloud Run has no Kubernetes Services that variables could name.',
};
