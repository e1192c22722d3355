import { template } from '../../src/examples.ts';
import { defineRule, fieldName, probeBounds, say } from '../../src/rule-kit.ts';

const port = ['port', { least: 1, most: 65535 }] as const;

/** The refusals as they are published. */
const refusals = {
  port: 'if specified, must be between 1 and 65535',
  negative: 'Must be a positive number if set',
};

export default defineRule({
  id: 'probe-out-of-range',
  severity: 'error',
  appliesTo: 'workload',
  needs: { mentions: ['startupProbe', 'livenessProbe', 'readinessProbe'] },
  summary: 'A number of a probe is outside the range that Cloud Run allows.',
  why: 'Times are whole seconds: 1 to 600 for a startup probe (1800 with a GPU), 1 to 3600 for a liveness probe, and at most 300 for the timeout of a readiness probe. One success is always enough for startup and liveness, and ports are numbers from 1 to 65535. Cloud Run refuses the revision otherwise. 0 is the same as no number, so that the default holds.',
  remedy: 'Write a number within the bounds.',
  help: 'Write a number within these bounds.',
  references: [
    'https://cloud.google.com/run/docs/configuring/healthchecks',
    'https://cloud.google.com/run/docs/reference/rest/v1/Container#Probe',
  ],
  predicts: Object.values(refusals),
  bad: [
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            startupProbe:
              initialDelaySeconds: 900
      #                            ^^^ "initialDelaySeconds" of the startup probe is 900, but must be from 0 to 600.
              timeoutSeconds: -1
      #                       ^^ "timeoutSeconds" of the startup probe is -1, but must be from 1 to 600.
              failureThreshold: -2
      #                         ^^ "failureThreshold" of the startup probe is -2, but must be at least 1.
              tcpSocket:
                port: 80800
      #               ^^^^^ "port" of the startup probe is 80800, but must be from 1 to 65535.
    `,
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            livenessProbe:
              successThreshold: 2
      #                         ^ "successThreshold" of the liveness probe is 2, but can only be 1.
              httpGet:
                path: /healthz
            readinessProbe:
              timeoutSeconds: 301
      #                       ^^^ "timeoutSeconds" of the readiness probe is 301, but must be from 1 to 300.
              httpGet:
                path: /ready
    `,
  ],
  good: [
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            startupProbe:
              initialDelaySeconds: 10
              timeoutSeconds: 5
              periodSeconds: 10
              failureThreshold: 12
              tcpSocket:
                port: 8080
    `,
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            startupProbe:
              initialDelaySeconds: 600
              timeoutSeconds: 1
              failureThreshold: 1
              tcpSocket:
                port: 8080
            livenessProbe:
              initialDelaySeconds: 0
              periodSeconds: 3600
              httpGet:
                path: /healthz
            readinessProbe:
              periodSeconds: 3601
              successThreshold: 2
              httpGet:
                path: /ready
    `,
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
                cpu: "4"
                memory: 16Gi
                nvidia.com/gpu: "1"
            startupProbe:
              periodSeconds: 1800
              timeoutSeconds: 1800
              failureThreshold: 1
              tcpSocket:
                port: 11434
    `,
  ],
  *check(workload) {
    const hasGpu = workload.gpu.isWanted;
    for (const container of workload.containers) {
      for (const probe of container.probes) {
        for (const [key, { least, most }] of [...probeBounds(probe.kind, hasGpu), port]) {
          const field = key === 'port' ? probe.port : probe.field.get(key);
          const { value } = field;
          // The API does not tell 0 from a number that is absent.
          if (!value || (value >= least && value <= most)) continue;
          const allowed =
            least === most
              ? `can only be ${least}`
              : most === Infinity
                ? `must be at least ${least}`
                : `must be from ${least} to ${most}`;
          yield {
            on: field,
            message: say`${fieldName(key)} of the ${probe.label}${container.after('in')} is ${value}, but ${allowed}.`,
            predicts: key === 'port' ? refusals.port : value < 0 ? refusals.negative : undefined,
          };
        }
      }
    }
  },
});
