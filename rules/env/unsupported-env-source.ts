import { manifest, template } from '../../src/examples.ts';
import {
  defineRule,
  fieldName,
  insteadOfKubernetes,
  refusalOfUnknown,
  say,
  type Text,
  type Workload,
} from '../../src/rule-kit.ts';

export default defineRule({
  id: 'unsupported-env-source',
  severity: 'error',
  appliesTo: 'workload',
  needs: { mentions: ['envFrom', 'valueFrom'] },
  summary: 'A variable takes its value from something that Cloud Run does not have.',
  why: 'Cloud Run has no ConfigMaps and no downward API; a variable takes its value from the file or from Secret Manager. gcloud refuses `fieldRef` and `resourceFieldRef` as unknown fields, Cloud Run `configMapKeyRef` and `envFrom`.',
  remedy: 'Write each variable with its `value`, or with `valueFrom.secretKeyRef`.',
  help: false,
  references: [
    'https://cloud.google.com/run/docs/reference/rest/v1/Container#EnvVar',
    'https://cloud.google.com/run/docs/configuring/services/environment-variables',
    'https://cloud.google.com/run/docs/container-contract#env-vars',
  ],
  predicts:
    'Failed to parse value(s) in protobuf [Service]: Service.spec.template.spec.containers[0].env[0].valueFrom.fieldRef',
  bad: [
    template`
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - image: docker.io/acme/shop:1.4.2
            env:
              - name: CURRENCY
                valueFrom:
                  configMapKeyRef:
      #           ^^^^^^^^^^^^^^^ Cloud Run has no "configMapKeyRef" for "CURRENCY". Write the "value" itself, or keep it in Secret Manager and use "secretKeyRef".
                    name: shop-config
                    key: currency
              - name: POD_IP
                valueFrom:
                  fieldRef:
      #           ^^^^^^^^ Cloud Run has no "fieldRef" for "POD_IP". Read K_SERVICE, K_REVISION and K_CONFIGURATION, or ask the metadata server.
                    fieldPath: status.podIP
    `,
    template`
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            envFrom:
      #     ^^^^^^^ Cloud Run has no "envFrom" for "shop". List the variables under "env", secrets with "secretKeyRef".
              - configMapRef:
                  name: shop-config
          - name: search
            image: docker.io/acme/search:1.4.2
            env:
              - name: MEMORY_LIMIT
                valueFrom:
                  resourceFieldRef:
      #           ^^^^^^^^^^^^^^^^ Cloud Run has no "resourceFieldRef" for "MEMORY_LIMIT" of "search". Write the amount as the "value".
                    resource: limits.memory
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
                containers:
                  - image: docker.io/acme/report:2.2
                    env:
                      - name: POD_NAME
                        valueFrom:
                          fieldRef:
      #                   ^^^^^^^^ Cloud Run has no "fieldRef" for "POD_NAME". Read CLOUD_RUN_EXECUTION and CLOUD_RUN_TASK_INDEX, or ask the metadata server.
                            fieldPath: metadata.name
    `,
  ],
  good: [
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            env:
              - name: CURRENCY
                value: EUR
              - name: SIGNING_KEY
                valueFrom:
                  secretKeyRef:
                    name: signing-key
                    key: "2"
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/execution-environment: gen2
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            envFrom: []
            env:
              - name: CURRENCY
                value: configMapKeyRef
    `,
  ],
  *check(workload) {
    for (const container of workload.containers) {
      const { field, env } = container;
      const envFrom = field.get('envFrom');
      if (envFrom.items.length > 0) {
        yield {
          on: envFrom.key,
          message: say`Cloud Run has no ${fieldName('envFrom')}${container.after('for')}. List the variables under ${fieldName('env')}, secrets with ${fieldName('secretKeyRef')}.`,
        };
      }
      for (const variable of env) {
        for (const [key, source] of variable.field.get('valueFrom').entries) {
          const advice = adviceFor(key, workload.kind);
          if (advice === undefined) continue;
          const name = variable.field.get('name').text;
          const whose = `${name ? `"${name}"` : 'a variable'}${container.after('of')}`;
          yield {
            on: source.key,
            message: say`Cloud Run has no ${fieldName(key)} for ${whose}. ${advice}`,
            predicts: refusalOfUnknown(workload, source),
          };
        }
      }
    }
  },
});

/** What to do instead of taking a value from such a source; undefined for sources that Kubernetes does not have either. */
function adviceFor(source: string, kind: Workload['kind']): Text | undefined {
  switch (source) {
    case 'configMapKeyRef':
      return say`Write the ${fieldName('value')} itself, or keep it in Secret Manager and use ${fieldName('secretKeyRef')}.`;
    case 'resourceFieldRef':
      return say`Write the amount as the ${fieldName('value')}.`;
    case 'fieldRef':
      if (kind === 'Job') return 'Read CLOUD_RUN_EXECUTION and CLOUD_RUN_TASK_INDEX, or ask the metadata server.';
      if (kind === 'WorkerPool') return 'Ask the metadata server.';
  }
  return insteadOfKubernetes('EnvVarSource', source);
}
