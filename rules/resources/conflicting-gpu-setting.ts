import { manifest, template } from '../../src/examples.ts';
import { annotationName, defineRule, say, valueName } from '../../src/rule-kit.ts';

const zonalKey = 'run.googleapis.com/gpu-zonal-redundancy-disabled';
const generationKey = 'run.googleapis.com/execution-environment';

/** How long a task with a GPU may take, in seconds; https://cloud.google.com/run/docs/configuring/task-timeout. */
const longestTask = 12 * 3600;

/** What is said of the first generation. */
const generationRefusal = 'Execution environment must be set to gen2 in order to set GPU';

export default defineRule({
  id: 'conflicting-gpu-setting',
  severity: 'error',
  appliesTo: 'workload',
  needs: { mentions: ['nvidia.com/gpu', 'run.googleapis.com/accelerator', zonalKey], wholeText: true },
  summary: 'A setting cannot be combined with a GPU, or needs one.',
  why: 'An instance with a GPU runs in the second generation. A job gets its GPU in one zone only, and has to say so; a task with a GPU may take at most 12 hours, more than one hour in preview only. Without a GPU there is no redundancy to turn off. Cloud Run refuses the rest.',
  remedy:
    'Write `run.googleapis.com/gpu-zonal-redundancy-disabled: "true"` on the template of a job with a GPU, leave it out where there is none, and set neither `gen1` nor a longer timeout.',
  help: false,
  references: [
    'https://cloud.google.com/run/docs/configuring/jobs/gpu',
    'https://cloud.google.com/run/docs/configuring/services/gpu-zonal-redundancy',
    'https://cloud.google.com/run/docs/configuring/task-timeout',
  ],
  predicts: [
    generationRefusal,
    '… unable to offer GPU enabled instances with zonal redundancy',
    '… must be set when GPU redundancy is set',
  ],
  bad: [
    template`
      metadata:
        annotations:
          run.googleapis.com/execution-environment: gen1
      #                                             ^^^^ A GPU needs the second generation, but "run.googleapis.com/execution-environment" asks for the first. Write "gen2".
          run.googleapis.com/cpu-throttling: "false"
      spec:
        nodeSelector:
          run.googleapis.com/accelerator: nvidia-l4
        containers:
          - image: docker.io/ollama/ollama:0.11.4
            ports: [{ containerPort: 11434 }]
            resources:
              limits: { cpu: "4", memory: 16Gi, nvidia.com/gpu: "1" }
    `,
    manifest`
      apiVersion: run.googleapis.com/v1
      kind: Job
      metadata:
        name: training
      spec:
        template:
          spec:
            template:
              spec:
                timeoutSeconds: 86400
      #                         ^^^^^ A task with a GPU may take at most 43200 seconds, not 86400.
                nodeSelector: { run.googleapis.com/accelerator: nvidia-l4 }
      #                                                         ^^^^^^^^^ A job has its GPU in one zone only, and has to say so. Set "run.googleapis.com/gpu-zonal-redundancy-disabled" to "true" on the template.
                containers:
                  - image: docker.io/acme/training:1.4.2
                    resources: { limits: { cpu: "4", memory: 16Gi, nvidia.com/gpu: "1" } }
    `,
    manifest`
      apiVersion: run.googleapis.com/v1
      kind: Job
      metadata:
        name: training
      spec:
        template:
          metadata:
            annotations:
              run.googleapis.com/gpu-zonal-redundancy-disabled: "false"
      #                                                         ^^^^^^^ A job has its GPU in one zone only, and has to say so. Set "run.googleapis.com/gpu-zonal-redundancy-disabled" to "true" on the template.
          spec:
            template:
              spec:
                nodeSelector: { run.googleapis.com/accelerator: nvidia-l4 }
                containers:
                  - image: docker.io/acme/training:1.4.2
                    resources: { limits: { cpu: "4", memory: 16Gi, nvidia.com/gpu: "1" } }
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/gpu-zonal-redundancy-disabled: "true"
      #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Nothing here asks for a GPU, so "run.googleapis.com/gpu-zonal-redundancy-disabled" cannot be set. Remove it.
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
    `,
  ],
  good: [
    manifest`
      apiVersion: run.googleapis.com/v1
      kind: Job
      metadata:
        name: training
      spec:
        template:
          metadata:
            annotations:
              run.googleapis.com/gpu-zonal-redundancy-disabled: "true"
          spec:
            template:
              spec:
                timeoutSeconds: 7200
                nodeSelector: { run.googleapis.com/accelerator: nvidia-rtx-pro-6000 }
                containers:
                  - image: docker.io/acme/training:1.4.2
                    resources: { limits: { cpu: "20", memory: 80Gi, nvidia.com/gpu: "1" } }
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/gpu-zonal-redundancy-disabled: "false"
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
    `,
  ],
  *check(workload) {
    const { gpu, kind, templateSpec } = workload;
    const zonal = workload.templateAnnotation(zonalKey);
    const isZonal = /^true$/i.test(zonal.text ?? '');
    if (!gpu.isWanted) {
      if (isZonal && !templateSpec.get('nodeSelector').unknown) {
        yield {
          on: zonal.key,
          message: say`Nothing here asks for a GPU, so ${annotationName(zonalKey)} cannot be set. Remove it.`,
        };
      }
      return;
    }
    if (workload.executionEnvironment === 'gen1') {
      yield {
        on: workload.templateAnnotation(generationKey),
        message: say`A GPU needs the second generation, but ${annotationName(generationKey)} asks for the first. Write ${valueName('gen2', generationKey)}.`,
        predicts: generationRefusal,
      };
    }
    if (kind !== 'Job') return;
    if (!isZonal && !zonal.unknown && !workload.isMisplaced(zonalKey)) {
      yield {
        on: zonal.exists ? zonal : gpu.accelerator.exists ? gpu.accelerator : gpu.containers[0]!.gpu,
        message: say`A job has its GPU in one zone only, and has to say so. Set ${annotationName(zonalKey)} to ${valueName('true', zonalKey)} on the template.`,
      };
    }
    const timeout = templateSpec.get('timeoutSeconds');
    if ((timeout.value ?? 0) > longestTask) {
      yield {
        on: timeout,
        message: `A task with a GPU may take at most ${longestTask} seconds, not ${timeout.value}.`,
        help: `Write ${longestTask} or less.`,
      };
    }
  },
});
