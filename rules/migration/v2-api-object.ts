import { manifest } from '../../src/examples.ts';
import { defineRule, Field, fieldName, say } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'v2-api-object',
  severity: 'warning',
  appliesTo: 'file',
  only: 'yaml',
  summary: 'A file given by name holds an object of the v2 API, which gcloud does not deploy.',
  why: 'The v2 API, its client libraries and Terraform have a form of their own, without `apiVersion` and `kind`. `gcloud run services replace` takes only the form of the v1 API.',
  remedy:
    'Export the service with `gcloud run services describe NAME --format export`, or send the object to the v2 API.',
  help: 'Export the service with "gcloud run services describe NAME --format export", or send this object to the v2 API.',
  references: [
    'https://cloud.google.com/run/docs/reference/rest/v2/projects.locations.services',
    'https://cloud.google.com/run/docs/reference/yaml/v1',
  ],
  predicts: 'Failed to parse value(s) in protobuf [Service]: Service.{name,template}',
  bad: [
    manifest`
      # the ingress is written as only the v2 API writes it
      ingress: INGRESS_TRAFFIC_INTERNAL_ONLY
      template:
        containers:
      # ^^^^^^^^^^ This is an object of the v2 API. gcloud deploys only those of the v1 API, with "apiVersion" and "kind".
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
        message: say`This is an object of the v2 API. gcloud deploys only those of the v1 API, with ${fieldName('apiVersion')} and ${fieldName('kind')}.`,
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
