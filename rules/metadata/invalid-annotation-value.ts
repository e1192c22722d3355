import { changedTemplate, manifest, template } from '../../src/examples.ts';
import {
  type AnnotationValue,
  annotationName,
  byLanguage,
  defineRule,
  isStandIn,
  listed,
  meantByV2,
  replaceScalar,
  safeFix,
  say,
  type Text,
  valueName,
  writtenAnnotations,
} from '../../src/rule-kit.ts';

/** What is said of the first generation in a job. */
const onlyGen2Refusal =
  "Annotation 'run.googleapis.com/execution-environment' with value 'gen1' is not supported on resources of kind Execution.";

export default defineRule({
  id: 'invalid-annotation-value',
  severity: 'error',
  appliesTo: 'workload',
  summary: 'An annotation of Cloud Run holds a value that it does not take.',
  why: 'Cloud Run checks the values of its annotations when it is deployed, and refuses the manifest.',
  remedy: 'Write one of the values that the finding names.',
  help: false,
  references: [
    'https://cloud.google.com/run/docs/reference/rest/v1/ObjectMeta',
    'https://cloud.google.com/run/docs/about-execution-environments',
    'https://cloud.google.com/run/docs/reference/rest/v2/projects.locations.services',
    'https://github.com/hashicorp/terraform-provider-google/issues/16766',
  ],
  predicts: [onlyGen2Refusal, '… must be in the format project:location:instance'],
  fixable: 'safe',
  bad: [
    template`
      metadata:
        annotations:
          run.googleapis.com/cpu-throttling: 1000m
      #                                      ^^^^^ "run.googleapis.com/cpu-throttling" takes "true" or "false", not "1000m".
          run.googleapis.com/execution-environment: gen3
      #                                             ^^^^ "run.googleapis.com/execution-environment" takes "gen1" or "gen2", not "gen3".
          autoscaling.knative.dev/maxScale: "-1"
      #                                     ^^^^ "autoscaling.knative.dev/maxScale" takes a whole number from 0 up, not "-1".
          run.googleapis.com/cloudsql-instances: orders
      #                                          ^^^^^^ "run.googleapis.com/cloudsql-instances" takes the form PROJECT:REGION:INSTANCE, several separated by commas, not "orders".
          run.googleapis.com/network-interfaces: default
      #                                          ^^^^^^^ "run.googleapis.com/network-interfaces" takes a JSON list, not "default".
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/vpc-access-connector: projects/acme-prod/connectors/main
      #                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "run.googleapis.com/vpc-access-connector" takes the form NAME or projects/PROJECT/locations/REGION/connectors/NAME, not "projects/acme-prod/connectors/main".
          run.googleapis.com/vpc-access-egress: public
      #                                         ^^^^^^ "run.googleapis.com/vpc-access-egress" takes "private-ranges-only", "all-traffic" or "all", not "public".
          run.googleapis.com/scaling-cpu-target: "0.95"
      #                                          ^^^^^^ "run.googleapis.com/scaling-cpu-target" takes the form of a number from 0.1 to 0.9 with at most two decimal places, or disabled, not "0.95".
          run.googleapis.com/scaling-concurrency-target: "2"
      #                                                  ^^^ "run.googleapis.com/scaling-concurrency-target" takes the form of a number from 0.1 to 0.95 with at most two decimal places, or disabled, not "2".
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
    `,
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: shop
        annotations:
          run.googleapis.com/binary-authorization: projects/acme-prod/attestors/built
      #                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "run.googleapis.com/binary-authorization" takes the form default or projects/PROJECT/platforms/cloudRun/policies/POLICY, not "projects/acme-prod/attestors/built".
      spec:
        template:
          spec:
            containers:
              - image: docker.io/acme/shop:1.4.2
    `,
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: shop
        annotations:
          run.googleapis.com/scalingMode: MANUAL
      #                                   ^^^^^^ "run.googleapis.com/scalingMode" takes "automatic" or "manual", not "MANUAL". Write "manual".
          run.googleapis.com/launch-stage: BETA
          run.googleapis.com/ingress: INGRESS_TRAFFIC_INTERNAL_ONLY
      #                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "run.googleapis.com/ingress" takes "all", "internal", "internal-and-cloud-load-balancing" or "none", not "INGRESS_TRAFFIC_INTERNAL_ONLY". Write "internal".
      spec:
        template:
          metadata:
            annotations:
              run.googleapis.com/vpc-access-connector: main
              run.googleapis.com/vpc-access-egress: ALL_TRAFFIC
      #                                             ^^^^^^^^^^^ "run.googleapis.com/vpc-access-egress" takes "private-ranges-only", "all-traffic" or "all", not "ALL_TRAFFIC". Write "all-traffic".
              run.googleapis.com/execution-environment: GEN2
      #                                                 ^^^^ "run.googleapis.com/execution-environment" takes "gen1" or "gen2", not "GEN2". Write "gen2".
          spec:
            containers:
              - image: docker.io/acme/shop:1.4.2
    `,
    manifest`
      apiVersion: run.googleapis.com/v1
      kind: Job
      metadata:
        name: report
      spec:
        template:
          metadata:
            annotations:
              run.googleapis.com/execution-environment: gen1
      #                                                 ^^^^ "run.googleapis.com/execution-environment" takes "gen2" on a job, not "gen1".
          spec:
            template:
              spec:
                containers:
                  - image: docker.io/acme/report:1.4.2
    `,
  ],
  good: [
    template`
      metadata:
        annotations:
          run.googleapis.com/cpu-throttling: "false"
          run.googleapis.com/execution-environment: gen2
          autoscaling.knative.dev/maxScale: "10"
          run.googleapis.com/cloudsql-instances: acme-prod:europe-west1:orders
          run.googleapis.com/network-interfaces: '[{"network":"default"}]'
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/cpu-throttling: "False"
          run.googleapis.com/startup-cpu-boost: ""
          run.googleapis.com/execution-environment: gen2
          autoscaling.knative.dev/minScale: "0"
          run.googleapis.com/cloudsql-instances: acme-prod:europe-west1:orders, acme.example:prod:europe-west1:log,
          run.googleapis.com/network-interfaces: "[{network: default, subnetwork: default}]"
          run.googleapis.com/identity-type: perhaps
          run.googleapis.com/scaling-cpu-target: "0.9"
          run.googleapis.com/scaling-concurrency-target: "0.95"
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
    `,
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: shop
        annotations:
          run.googleapis.com/binary-authorization: projects/acme-prod/platforms/cloudRun/policies/built
      spec:
        template:
          spec:
            containers:
              - image: docker.io/acme/shop:1.4.2
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/cpu-throttling: "%THROTTLED%"
          autoscaling.knative.dev/maxScale: __MAX__
          run.googleapis.com/execution-environment: \${GENERATION}
          run.googleapis.com/cloudsql-instances: INSTANCE
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
    `,
  ],
  fixes: {
    block: changedTemplate`
          metadata:
            annotations:
        <     run.googleapis.com/vpc-access-egress: ALL_TRAFFIC # by the firewall
        >     run.googleapis.com/vpc-access-egress: all-traffic # by the firewall
              run.googleapis.com/network-interfaces: '[{"network":"default"}]'
          spec:
            containers:
              - image: docker.io/acme/web:1.2.3
      `,
    flow: changedTemplate`
        < metadata: { annotations: { run.googleapis.com/execution-environment: "GEN2" } }
        > metadata: { annotations: { run.googleapis.com/execution-environment: "gen2" } }
          spec:
            containers:
              - image: docker.io/acme/web:1.2.3
      `,
  },
  *check(workload) {
    for (const { key, field, kind, known } of writtenAnnotations(workload)) {
      if (!known || known.undocumented || !field.text) continue;
      const { text } = field;
      const meant = fromV2(known.value, text);
      if (meant === undefined && (field.value === undefined || isStandIn(text))) continue;
      const onlyGen2 = kind === 'Execution' && key.endsWith('/execution-environment') && text === 'gen1';
      const wanted = onlyGen2
        ? say`${valueName('gen2', key)} on a job`
        : meant !== undefined && known.value.kind === 'choice'
          ? choices(known.value.values, key)
          : complaint(known.value, text, () => field.embedded(), key);
      if (wanted === undefined) continue;
      const hint = meant === undefined ? '' : ` Write "${meant}".`;
      yield {
        on: field,
        // What is long is seen in the frame.
        message: say`${annotationName(key)} takes ${wanted}${text.length > 60 ? '' : say`, not ${valueName(text, key)}`}.${hint}`,
        help: hint === '' ? helpFor(known.value, onlyGen2, key) : undefined,
        // Safe: it is the same constant as the v1 API spells it, and the other spelling is refused.
        fix: meant === undefined ? undefined : safeFix(`Write "${meant}"`, replaceScalar(field, meant)),
        predicts: onlyGen2 ? onlyGen2Refusal : undefined,
      };
    }
  },
});

/** The value that a constant of the v2 API stands for, where the annotation takes it: in capitals, it is no stand-in. */
function fromV2(value: AnnotationValue, text: string | undefined): string | undefined {
  return value.kind === 'choice' ? meantByV2(value.values, text) : undefined;
}

interface Parsed {
  readonly isMap: boolean;
  readonly isList: boolean;
}

/** What the annotation takes, if the text is not that. */
function complaint(value: AnnotationValue, text: string, parse: () => Parsed, key: string): Text | undefined {
  switch (value.kind) {
    case 'boolean':
      return /^(?:true|false)$/i.test(text) ? undefined : '"true" or "false"';
    case 'integer':
      return /^\d+$/.test(text) ? undefined : `a whole number from ${value.minimum} up`;
    case 'choice':
      return value.values.includes(text.toLowerCase()) || value.values.includes(text.toUpperCase())
        ? undefined
        : choices(value.values, key);
    case 'pattern':
      return value.pattern.test(text) ? undefined : `the form ${value.form}`;
    case 'json':
      return (value.shape === 'map' ? parse().isMap : parse().isList) ? undefined : `a JSON ${nouns[value.shape]}`;
    case 'text':
      return text.length > (value.maxLength ?? Number.POSITIVE_INFINITY)
        ? `at most ${value.maxLength} characters`
        : undefined;
  }
}

function choices(values: readonly string[], key: string): Text {
  return listed(
    values.map((value) => valueName(value, key)),
    'or',
  );
}

const nouns = { map: 'object', list: 'list' } as const;

/** What to write, where the annotation does not say which value is meant. */
function helpFor(value: AnnotationValue, onlyGen2: boolean, key: string): Text {
  if (onlyGen2) return say`Write ${valueName('gen2', key)}, or remove it.`;
  if (value.kind === 'choice' || value.kind === 'boolean') return 'Write one of these values, or remove it.';
  if (value.kind === 'json') {
    const noun = nouns[value.shape];
    return byLanguage({
      yaml: `Write a JSON ${noun} in quotes, or remove it.`,
      hcl: `Write the ${noun} with "jsonencode", or remove it.`,
    });
  }
  return 'Write such a value, or remove it.';
}
