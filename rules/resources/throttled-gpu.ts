import { template } from '../../src/examples.ts';
import { annotationName, defineRule, say, valueName } from '../../src/rule-kit.ts';

const key = 'run.googleapis.com/cpu-throttling';

export default defineRule({
  id: 'throttled-gpu',
  deprecatedIds: ['invalid-gpu'],
  severity: 'error',
  appliesTo: 'workload',
  needs: { mentions: ['nvidia.com/gpu', 'run.googleapis.com/accelerator'], wholeText: true },
  summary: 'An instance with a GPU has CPU only while it handles requests.',
  why: 'Cloud Run gives a GPU only to instances whose CPU is always allocated, and refuses the other setting.',
  remedy: 'Write `run.googleapis.com/cpu-throttling: "false"` on the template.',
  help: false,
  references: ['https://cloud.google.com/run/docs/configuring/services/gpu'],
  bad: [
    template`
      metadata:
        annotations:
          run.googleapis.com/cpu-throttling: "true"
      #                                      ^^^^^^ A GPU needs CPU outside requests too, but "run.googleapis.com/cpu-throttling" turns it off. Write "false".
      spec:
        nodeSelector:
          run.googleapis.com/accelerator: nvidia-l4
        containers:
          - name: model
            image: docker.io/ollama/ollama:0.11.4
            ports: [{ containerPort: 11434 }]
            resources:
              limits:
                cpu: "4"
                memory: 16Gi
                nvidia.com/gpu: "1"
    `,
  ],
  good: [
    template`
      metadata:
        annotations:
          run.googleapis.com/cpu-throttling: "false"
      spec:
        nodeSelector:
          run.googleapis.com/accelerator: nvidia-l4
        containers:
          - name: model
            image: docker.io/ollama/ollama:0.11.4
            ports: [{ containerPort: 11434 }]
            resources:
              limits:
                cpu: "4"
                memory: 16Gi
                nvidia.com/gpu: "1"
          - name: collector
            image: docker.io/otel/opentelemetry-collector-contrib:0.130.1
            resources:
              limits:
                cpu: 500m
                memory: 512Mi
    `,
  ],
  *check(workload) {
    const { accelerator, containers } = workload.gpu;
    if (!accelerator.exists || accelerator.isNull || workload.gpu.isNone(containers[0])) return;
    const throttling = workload.templateAnnotation(key);
    if (workload.hasCpuAlways !== false || !throttling.exists) return;
    yield {
      on: throttling,
      message: say`A GPU needs CPU outside requests too, but ${annotationName(key)} turns it off. Write ${valueName('false', key)}.`,
    };
  },
});
