import { changedTemplate, template } from '../../src/examples.ts';
import {
  defineRule,
  firstReader,
  isStandIn,
  leastCpu,
  parseCpu,
  quoteScalar,
  refusalOf,
  safeFix,
  say,
  wholeCpus,
  writeCpu,
} from '../../src/rule-kit.ts';

/** The refusals as they are published. */
const refusals = {
  number: "Expected type <class 'str'> for field value, found 1 (type <class 'int'>)",
  size: 'Must be equal to one of [.08-1], 1.0, 2.0, 4.0, 6.0, 8.0',
};

export default defineRule({
  id: 'invalid-cpu',
  severity: 'error',
  appliesTo: 'workload',
  needs: { mentions: ['cpu'] },
  summary: 'A CPU limit is not a size that Cloud Run offers, or is not text.',
  why: 'A container gets 1, 2, 4, 6 or 8 vCPU, or less than one in steps of a thousandth, from `80m` on. Cloud Run refuses other sizes. gcloud refuses a size without quotes even before that: YAML reads `1` as a number, and the field takes text.',
  remedy: 'Write the limit in quotes: `"1"`, `"2"`, `"500m"`. For a size in between, take the next one up.',
  help: false,
  references: ['https://cloud.google.com/run/docs/configuring/services/cpu'],
  predicts: Object.values(refusals),
  fixable: 'safe',
  bad: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            resources:
              limits:
                cpu: 1
      #              ^ The CPU limit of "shop" is the number 1, but gcloud takes only text here. Write "1".
                memory: 512Mi
          - name: collector
            image: docker.io/otel/opentelemetry-collector-contrib:0.130.1
            resources:
              limits:
                cpu: 0.5
      #              ^^^ The CPU limit of "collector" is the number 0.5, but gcloud takes only text here. Write "0.5".
                memory: 256Mi
    `,
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            resources:
              limits:
                cpu: "3"
      #              ^^^ The CPU limit is "3", which is not a CPU size of Cloud Run. Write "2" or "4".
                memory: 4Gi
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            resources:
              limits:
                cpu: 1500m
      #              ^^^^^ The CPU limit of "shop" is "1500m", which is not a CPU size of Cloud Run. Write "1" or "2".
                memory: 2Gi
          - name: proxy
            image: docker.io/envoyproxy/envoy:v1.35.0
            resources:
              limits:
                cpu: 50m
      #              ^^^ The CPU limit of "proxy" is "50m", less than a container can have. Write "80m" or more.
                memory: 128Mi
          - name: cache
            image: docker.io/library/redis:7.4
            resources:
              limits:
                cpu: one
      #              ^^^ The CPU limit of "cache" is "one", which is not a CPU size. Write "1", "2" or "500m".
                memory: 128Mi
    `,
  ],
  good: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            resources:
              limits:
                cpu: 1000m
                memory: 512Mi
          - name: collector
            image: docker.io/otel/opentelemetry-collector-contrib:0.130.1
            resources:
              limits:
                cpu: "0.5"
                memory: 256Mi
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            resources:
              limits:
                cpu: "\${CPU}"
                memory: 2Gi
          - name: worker
            image: docker.io/acme/worker:1.4.2
            resources:
              limits:
                cpu: CPU
                memory: 512Mi
    `,
  ],
  fixes: {
    block: changedTemplate`
          spec:
            containers:
              - image: docker.io/acme/web:1.2.3
                resources:
                  limits:
        <           cpu:   1 # one
        >           cpu:   '1' # one
                    memory: 512Mi
      `,
    flow: changedTemplate`
          spec:
            containers:
              - image: "docker.io/acme/web:1.2.3"
        <       resources: {limits: {cpu: 2, memory: 512Mi}}
        >       resources: {limits: {cpu: "2", memory: 512Mi}}
      `,
  },
  *check(workload) {
    const gpu = workload.gpu.isWanted;
    for (const container of workload.containers) {
      const limit = container.limits.get('cpu');
      const { text, plain } = limit;
      if (text === undefined || limit.isNull || isStandIn(text)) continue;
      const cpu = parseCpu(text);
      const wrong =
        cpu === undefined ? `"${text}", which is not a CPU size. Write "1", "2" or "500m".` : complaint(text, cpu, gpu);
      const its = `The CPU limit${container.after('of')} is`;
      if (wrong !== undefined)
        yield { on: limit, message: `${its} ${wrong}`, predicts: cpu === undefined ? undefined : refusals.size };
      else if ((plain?.kind === 'int' || plain?.kind === 'float') && workload.surroundings.deployer() === 'gcloud') {
        yield {
          on: limit,
          message: say`${its} the number ${text}, but ${firstReader} takes only text here. Write "${text}".`,
          predicts: refusalOf(text, {
            wanted: 'text',
            found: kinds[plain.kind],
          }),
          fix: safeFix('Quote the CPU limit', quoteScalar(limit)),
        };
      }
    }
  },
});

/** The end of a sentence on what is wrong with a CPU limit in milli-CPU, if anything. Instances with a GPU can be larger than others. */
function complaint(text: string, cpu: number, gpu: boolean): string | undefined {
  const largest = wholeCpus.at(-1)!;
  if (cpu < leastCpu) return `"${text}", less than a container can have. Write "${writeCpu(leastCpu)}" or more.`;
  if (cpu > largest) {
    return gpu ? undefined : `"${text}", more than a container can have. Write "${writeCpu(largest)}" or less.`;
  }
  if (cpu < 1000 || wholeCpus.includes(cpu)) return undefined;
  const below = wholeCpus.findLast((size) => size < cpu)!;
  const above = wholeCpus.find((size) => size > cpu)!;
  return `"${text}", which is not a CPU size of Cloud Run. Write "${writeCpu(below)}" or "${writeCpu(above)}".`;
}

const kinds = { int: 'integer', float: 'decimal' } as const;
