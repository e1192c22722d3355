import { manifest, template } from '../../src/examples.ts';
import { defineRule, dialectOf, fieldName, say } from '../../src/rule-kit.ts';

/** How the addresses of default service accounts end, and whose they are; https://cloud.google.com/iam/docs/service-account-types#default */
const owners: readonly (readonly [ending: string, owner: string])[] = [
  ['-compute@developer.gserviceaccount.com', 'Compute Engine'],
  ['@appspot.gserviceaccount.com', 'App Engine'],
];

export default defineRule({
  id: 'default-service-account',
  severity: 'warning',
  securitySeverity: '5.0',
  appliesTo: 'workload',
  summary: 'The containers run as the default service account.',
  why: "Without a service account of its own, a workload runs as that of Compute Engine, which all others of the project share, and which in many projects may edit everything. Whoever gets into one container, a sidecar's too, has all of that.",
  remedy:
    'Make a service account for this workload, grant it what it needs, and write its email address as `serviceAccountName`, beside `containers`.',
  help: false,
  references: [
    'https://cloud.google.com/run/docs/securing/service-identity',
    'https://cloud.google.com/run/docs/configuring/services/service-identity',
    'https://cloud.google.com/iam/docs/service-account-types#default',
  ],
  bad: [
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: shop
      spec:
        template:
          spec:
      #   ^^^^ The containers run as the default service account of Compute Engine. Write a "serviceAccountName" of their own.
            containers:
              - image: europe-west1-docker.pkg.dev/acme-prod/images/shop:1.4.2
    `,
    manifest`
      apiVersion: run.googleapis.com/v1
      kind: Job
      metadata:
        name: report
      spec:
        template:
          spec:
            template:
              spec:
                serviceAccountName: 402718593041-compute@developer.gserviceaccount.com
      #                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "402718593041-compute@developer.gserviceaccount.com" is the default service account of Compute Engine, which others share. Write one that nothing else uses.
                containers:
                  - image: docker.io/acme/report:2.2
    `,
    template`
      spec:
        serviceAccountName: \${PROJECT_NUMBER}-compute@developer.gserviceaccount.com
      #                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "\${PROJECT_NUMBER}-compute@developer.gserviceaccount.com" is the default service account of Compute Engine, which others share. Write one that nothing else uses.
        containers:
          - image: docker.io/acme/shop:1.4.2
    `,
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: agent
      spec:
        template:
          metadata:
            annotations:
              run.googleapis.com/identity-type: service-account
          spec:
      #   ^^^^ The containers run as the default service account of Compute Engine. Write a "serviceAccountName" of their own.
            containers:
              - image: docker.io/acme/agent:1.4.2
    `,
    template`
      spec:
        serviceAccountName: acme-prod@appspot.gserviceaccount.com
      #                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "acme-prod@appspot.gserviceaccount.com" is the default service account of App Engine, which others share. Write one that nothing else uses.
        containers:
          - image: docker.io/acme/shop:1.4.2
    `,
  ],
  good: [
    template`
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - image: docker.io/acme/shop:1.4.2
    `,
    template`
      spec:
        serviceAccountName: "%SERVICE_ACCOUNT%"
        containers:
          - image: europe-west1-docker.pkg.dev/acme-prod/images/shop:1.4.2
    `,
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/identity-type: agent-identity
      spec:
        containers:
          - image: europe-west1-docker.pkg.dev/acme-prod/images/agent:1.4.2
    `,
  ],
  *check(workload) {
    const { templateSpec } = workload;
    // What lies at the wrong level is found as that; the account may be there, too.
    if (!templateSpec.exists) return;
    const account = templateSpec.get('serviceAccountName');
    if (!account.exists && account.mayHoldMore) return;
    // With an identity of its own, a workload does not run as a service account.
    const identity = workload.templateAnnotation('run.googleapis.com/identity-type');
    if (identity.exists && identity.value !== 'service-account') return;
    // A Knative service on a cluster has no service account of Google.
    if (workload.kind === 'Service' && dialectOf(workload) === 'either') return;
    // One under the name that Kubernetes has for it is meant, and found as that.
    if (!account.exists && templateSpec.has('serviceAccount')) return;
    const text = account.isNull ? '' : account.text;
    if (!account.exists || text === '') {
      yield {
        on: account.exists ? account : templateSpec,
        message: say`The containers run as the default service account of Compute Engine. Write a ${fieldName('serviceAccountName')} of their own.`,
      };
      return;
    }
    const owner = owners.find(([ending]) => text?.trim().endsWith(ending))?.[1];
    if (owner === undefined) return;
    yield {
      on: account,
      message: `"${text}" is the default service account of ${owner}, which others share. Write one that nothing else uses.`,
    };
  },
});
