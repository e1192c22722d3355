import { changedTemplate, template } from '../../src/examples.ts';
import {
  defineRule,
  type Field,
  type Fix,
  isStandIn,
  parseBytes,
  replaceScalar,
  unsafeFix,
} from '../../src/rule-kit.ts';

/** What is said of a text that is not a quantity. */
const unread = 'Could not parse Quantity';

export default defineRule({
  id: 'invalid-memory',
  severity: 'error',
  appliesTo: 'workload',
  needs: { mentions: ['memory', 'sizeLimit'] },
  summary: 'A memory limit or the size of a volume is not a quantity.',
  why: 'Cloud Run reads memory as Kubernetes does: a number and one of `Ki`, `Mi`, `Gi`, `k`, `M`, `G`, in exactly this case and without a space. `512MB` is refused, and `512m` means half a byte.',
  remedy: 'Write `512Mi` or `2Gi`.',
  help: false,
  references: [
    'https://cloud.google.com/run/docs/configuring/services/memory-limits',
    'https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/',
  ],
  predicts: unread,
  fixable: 'unsafe',
  bad: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            resources:
              limits:
                cpu: "1"
                memory: 512MB
      #                 ^^^^^ The memory limit of "shop" is "512MB", which is not a quantity. Write "512Mi".
          - name: collector
            image: docker.io/otel/opentelemetry-collector-contrib:0.130.1
            resources:
              limits:
                cpu: 500m
                memory: 256m
      #                 ^^^^ The memory limit of "collector" is "256m", which is 256 thousandths of a byte. Write "256Mi".
    `,
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            resources:
              limits:
                cpu: "1"
                memory: 1 Gi
      #                 ^^^^ The memory limit is "1 Gi", which is not a quantity. Write "1Gi".
            volumeMounts:
              - name: scratch
                mountPath: /scratch
        volumes:
          - name: scratch
            emptyDir:
              medium: Memory
              sizeLimit: 128mb
      #                  ^^^^^ The size of the volume "scratch" is "128mb", which is not a quantity. Write "128Mi".
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
                cpu: "1"
                memory: 1.5Gi
          - name: collector
            image: docker.io/otel/opentelemetry-collector-contrib:0.130.1
            resources:
              limits:
                cpu: 500m
                memory: 256M
    `,
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            resources:
              limits:
                cpu: "1"
                memory: MEMORY
            volumeMounts:
              - name: scratch
                mountPath: /scratch
        volumes:
          - name: scratch
            emptyDir:
              medium: Memory
              sizeLimit: "134217728"
    `,
  ],
  fixes: {
    block: changedTemplate`
          spec:
            containers:
              - image: docker.io/acme/web:1.2.3
                resources:
                  limits:
                    cpu: "1"
        <           memory: 512MB # enough
        >           memory: 512Mi # enough
      `,
    flow: changedTemplate`
          spec:
            containers:
              - image: docker.io/acme/web:1.2.3
        <       resources: { limits: { cpu: "1", memory: "256m" } }
        >       resources: { limits: { cpu: "1", memory: "256Mi" } }
      `,
  },
  *check(workload) {
    const limits = workload.containers.map((container) => {
      return { field: container.limits.get('memory'), what: `The memory limit${container.after('of')}` };
    });
    const sizes = workload.volumes.map(({ field, name }) => {
      return {
        field: field.get('emptyDir').get('sizeLimit'),
        what: `The size of the volume${name ? ` "${name}"` : ''}`,
      };
    });
    for (const { field, what } of [...limits, ...sizes]) {
      const { text } = field;
      if (text === undefined || field.isNull || isStandIn(text)) continue;
      const bytes = parseBytes(text);
      if (bytes === undefined)
        yield {
          on: field,
          message: `${what} is "${text}", which is not a quantity.${advice(text)}`,
          predicts: unread,
          fix: fixOf(field, meant(text)),
        };
      else if (text.endsWith('m')) {
        const number = text.slice(0, -1);
        yield {
          on: field,
          message: `${what} is "${text}", which is ${number} thousandths of a byte. Write "${number}Mi".`,
          fix: fixOf(field, `${number}Mi`),
        };
      }
    }
  },
});

/** The same amount in a spelling that Cloud Run reads, where the text leaves no doubt. */
function meant(text: string): string | undefined {
  const [, number, unit = ''] = /^(\d{1,9}(?:\.\d{1,9})?)\s*([kmgt]?)i?b?(?:ytes?)?$/i.exec(text.trim()) ?? [];
  return number && `${number}${unit && `${unit.toUpperCase()}i`}`;
}

function advice(text: string): string {
  const amount = meant(text);
  return amount === undefined ? ' Write "512Mi" or "2Gi".' : ` Write "${amount}".`;
}

/** Not safe: it decides how much memory is paid for, which the text leaves open by a few hundredths. */
function fixOf(field: Field<string>, amount: string | undefined): Fix | undefined {
  return amount === undefined ? undefined : unsafeFix(`Write "${amount}"`, replaceScalar(field, amount));
}
