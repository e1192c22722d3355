import { template } from '../../src/examples.ts';
import { defineRule, didYouMean, hasPlaceholder, quoteNames } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'unsupported-resource',
  severity: 'error',
  refused: true,
  appliesTo: 'workload',
  needs: { mentions: ['resources'] },
  summary: 'A container asks for a resource that Cloud Run does not have.',
  why: 'Limits are `cpu`, `memory` and `nvidia.com/gpu`, requests `cpu` and `memory`. gcloud takes any name, but Cloud Run refuses the others.',
  remedy:
    'Remove it, or correct the name. Files count as memory in Cloud Run, so write `memory` in place of `ephemeral-storage`; for more room mount a Cloud Storage bucket or an ephemeral disk.',
  references: [
    'https://cloud.google.com/run/docs/reference/rest/v1/Container#ResourceRequirements',
    'https://cloud.google.com/run/docs/container-contract#filesystem',
  ],
  bad: [
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            resources:
              limits:
                cpu: "1"
                memory: 512Mi
                ephemeral-storage: 2Gi
      #         ^^^^^^^^^^^^^^^^^ The limits hold "ephemeral-storage", but Cloud Run knows only "cpu", "memory" and "nvidia.com/gpu".
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            resources:
              limits:
                CPU: "2"
      #         ^^^ The limits of "shop" hold "CPU", but Cloud Run knows only "cpu", "memory" and "nvidia.com/gpu". Did you mean "cpu"?
                gpu: "1"
      #         ^^^ The limits of "shop" hold "gpu", but Cloud Run knows only "cpu", "memory" and "nvidia.com/gpu". Did you mean "nvidia.com/gpu"?
                memory: 1Gi
          - name: cache
            image: docker.io/library/redis:7.4
            resources:
              requests:
                cpu: 500m
                hugepages-2Mi: 64Mi
      #         ^^^^^^^^^^^^^ The requests of "cache" hold "hugepages-2Mi", but Cloud Run knows only "cpu" and "memory".
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
          - image: docker.io/ollama/ollama:0.11.4
            ports: [{ containerPort: 11434 }]
            resources:
              limits:
                cpu: "8"
                memory: 32Gi
                nvidia.com/gpu: "1"
    `,
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            resources:
              requests:
                cpu: "1"
                memory: 512Mi
    `,
  ],
  *check(workload) {
    for (const container of workload.containers) {
      const resources = container.field.get('resources');
      for (const [kind, known] of [
        ['limits', ['cpu', 'memory', 'nvidia.com/gpu']],
        ['requests', ['cpu', 'memory']],
      ] as const) {
        for (const [name, amount] of resources.get(kind).entries) {
          if ((known as readonly string[]).includes(name) || amount.isNull || hasPlaceholder(name)) continue;
          yield {
            on: amount.key,
            help:
              name === 'ephemeral-storage'
                ? 'Remove it. Files count as memory; for more room, mount a bucket or an ephemeral disk.'
                : 'Correct the name or remove it.',
            message: `The ${kind}${container.after('of')} hold "${name}", but Cloud Run knows only ${quoteNames(known)}.${/gpus?$/i.test(name) && kind === 'limits' ? ' Did you mean "nvidia.com/gpu"?' : didYouMean(name, known)}`,
          };
        }
      }
    }
  },
});
