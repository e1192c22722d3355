import { manifest } from '../../src/examples.ts';
import { defineRule, Field, fieldName, say } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'v2-api-object',
  severity: 'warning',
  appliesTo: 'file',
  only: 'yaml',
  summary: 'A file given by name holds an object of the v2 API, and nothing in it shows its kind.',
  why: 'Objects of the v2 API have no `apiVersion` and `kind`: the address that they are sent to tells what they are. Where neither the name nor a field tells it, nothing is checked.',
  remedy:
    'Give the object its full name, `projects/PROJECT/locations/REGION/services/NAME`, or with `jobs` or `workerPools` in place of `services`.',
  help: false,
  references: ['https://cloud.google.com/run/docs/reference/rest/v2/projects.locations.services'],
  bad: [
    manifest`
      template:
        containers:
      # ^^^^^^^^^^ This looks like an object of the v2 API, but nothing shows its kind, so it is not checked. Write its full "name", such as "projects/PROJECT/locations/REGION/services/NAME".
          - image: docker.io/acme/shop:1.4.2
            resources:
              cpuIdle: true
    `,
  ],
  good: [
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: shop
      spec:
        template:
          spec:
            containers:
              - image: docker.io/acme/shop:1.4.2
    `,
    manifest`
      # it is read as what it is
      ingress: INGRESS_TRAFFIC_INTERNAL_ONLY
      template:
        serviceAccount: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - image: docker.io/acme/shop:1.4.2
    `,
    manifest`
      name: build
      jobs:
        template:
          containers: [node]
    `,
    manifest`
      # values for something else that has containers
      replicaCount: 2
      template:
        containers:
          - image: docker.io/acme/shop:1.4.2
    `,
  ],
  *check({ source, options, workloads }) {
    if (!options.explicit || workloads.length > 0) return;
    for (const document of source.documents) {
      const root = Field.root<{ template?: Template }>(document);
      if (!root.keys.every((key) => fields.has(key))) continue;
      const template = root.get('template');
      const ofTask = template.get('template').get('containers');
      const containers = ofTask.isList ? ofTask : template.get('containers');
      if (!containers.isList || !containers.items.every((item) => item.get('image').exists)) continue;
      yield {
        on: containers.key,
        message: say`This looks like an object of the v2 API, but nothing shows its kind, so it is not checked. Write its full ${fieldName('name')}, such as "projects/PROJECT/locations/REGION/services/NAME".`,
      };
      return;
    }
  },
});

/** The fields that objects of the v2 API have at their top. */
const fields: ReadonlySet<string> = new Set(
  [
    'name description uid generation labels annotations createTime updateTime deleteTime expireTime creator',
    'lastModifier client clientVersion ingress launchStage binaryAuthorization template traffic scaling',
    'invokerIamDisabled defaultUriDisabled iapEnabled urls uri customAudiences multiRegionSettings buildConfig',
    'threatDetectionEnabled observedGeneration terminalCondition conditions latestReadyRevision latestCreatedRevision',
    'trafficStatuses satisfiesPzs reconciling etag instanceSplits instanceSplitStatuses executionCount',
    'latestCreatedExecution startExecutionToken runExecutionToken functionalType sshEnabled',
  ].flatMap((line) => line.split(' ')),
);

interface Template {
  readonly containers?: { readonly image?: string }[];
  readonly template?: { readonly containers?: { readonly image?: string }[] };
}
