import { manifest } from '../../src/examples.ts';
import { annotationName, defineRule, isOfV2, say, valueName } from '../../src/rule-kit.ts';

const typeKey = 'apphub.cloud.google.com/functional-type';
const identityKey = 'run.googleapis.com/identity-type';

export default defineRule({
  id: 'functional-type-without-identity',
  severity: 'warning',
  appliesTo: 'workload',
  needs: { mentions: [typeKey], wholeText: true },
  summary: 'A workload is marked as an agent, but runs without an identity of its own.',
  why: 'For App Hub a workload can be an `agent` (in preview). Such a one runs with an agent identity in place of a service account; without it Cloud Run does not take the mark.',
  remedy: 'Set `run.googleapis.com/identity-type: agent-identity` on the template, or remove the functional type.',
  help: false,
  references: [
    'https://cloud.google.com/sdk/docs/release-notes',
    'https://cloud.google.com/run/docs/reference/rest/v2/projects.locations.services',
  ],
  bad: [
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: planner
        annotations:
          run.googleapis.com/launch-stage: BETA
          apphub.cloud.google.com/functional-type: AGENT
      #                                            ^^^^^ An agent runs with an identity of its own. Set "run.googleapis.com/identity-type" to "agent-identity" on the template.
      spec:
        template:
          spec:
            serviceAccountName: planner@acme-prod.iam.gserviceaccount.com
            containers:
              - image: docker.io/acme/planner:1.4.2
    `,
    manifest`
      apiVersion: run.googleapis.com/v1
      kind: Job
      metadata:
        name: planner
        annotations:
          run.googleapis.com/launch-stage: BETA
          apphub.cloud.google.com/functional-type: agent
      #                                            ^^^^^ An agent runs with an identity of its own. Set "run.googleapis.com/identity-type" to "agent-identity" on the template.
      spec:
        template:
          metadata:
            annotations:
              run.googleapis.com/identity-type: service-account
      #                                         ~~~~~~~~~~~~~~~ Its identity is here.
          spec:
            template:
              spec:
                serviceAccountName: planner@acme-prod.iam.gserviceaccount.com
                containers:
                  - image: docker.io/acme/planner:1.4.2
    `,
  ],
  good: [
    manifest`
      apiVersion: run.googleapis.com/v1
      kind: Job
      metadata:
        name: planner
        annotations:
          run.googleapis.com/launch-stage: BETA
          apphub.cloud.google.com/functional-type: agent
      spec:
        template:
          metadata:
            annotations:
              run.googleapis.com/identity-type: agent-identity
          spec:
            template:
              spec:
                containers:
                  - image: docker.io/acme/planner:1.4.2
    `,
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: tools
        annotations:
          run.googleapis.com/launch-stage: BETA
          apphub.cloud.google.com/functional-type: mcp-server
      spec:
        template:
          spec:
            serviceAccountName: tools@acme-prod.iam.gserviceaccount.com
            containers:
              - image: docker.io/acme/tools:1.4.2
    `,
  ],
  *check(workload) {
    const type = workload.annotation(typeKey);
    const identity = workload.templateAnnotation(identityKey);
    if (type.value?.toLowerCase() !== 'agent') return;
    // The v2 API takes no such annotation.
    if (identity.unknown || identity.value === 'agent-identity' || isOfV2(workload)) return;
    yield {
      on: type,
      message: say`An agent runs with an identity of its own. Set ${annotationName(identityKey)} to ${valueName('agent-identity', identityKey)} on the template.`,
      related: identity.exists ? [{ on: identity, message: 'Its identity is here.' }] : [],
    };
  },
});
