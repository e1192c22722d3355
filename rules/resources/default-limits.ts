import { template } from '../../src/examples.ts';
import { type Container, defineRule, instanceOf, isFrontProxy, isMonitoring, limitsFor } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'default-limits',
  severity: 'info',
  appliesTo: 'workload',
  needs: { sidecars: true, wholeText: true },
  summary: 'One of several containers leaves its CPU or memory to the default.',
  why: 'Without limits every container gets 1 vCPU and 512 MiB of its own, sidecars as much as the application. That is paid for on every instance, and it counts against the 8 vCPU and 32 GiB that an instance can have.',
  remedy:
    'Write what the container needs under `resources.limits`; `cpu: 250m` and `memory: 256Mi` are plenty for many sidecars.',
  references: [
    'https://cloud.google.com/run/docs/configuring/services/cpu',
    'https://cloud.google.com/run/docs/configuring/services/memory-limits',
    'https://cloud.google.com/run/pricing',
  ],
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
                memory: 512Mi
          - name: thumbnails
      #           ^^^^^^^^^^ "thumbnails" is without CPU and memory limits, so it gets 1 vCPU and 512 MiB of its own.
            image: docker.io/acme/thumbnails:1.4.2
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            resources:
              limits:
      #       ^^^^^^ "shop" is without a memory limit, so it gets 512 MiB of its own. Another container lacks limits, too.
                cpu: "2"
          - name: cache
            image: docker.io/library/redis:7.4
            resources:
              limits:
      #       ~~~~~~ "cache" is without a CPU limit, so it gets 1 vCPU of its own.
                memory: 1Gi
    `,
    template`
      spec:
        containers:
          - name: shop
      #           ^^^^ "shop" is without CPU and memory limits, so it gets 1 vCPU and 512 MiB of its own. 2 other containers lack limits, too.
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: thumbnails
      #           ~~~~~~~~~~ "thumbnails" is without CPU and memory limits, so it gets 1 vCPU and 512 MiB of its own.
            image: docker.io/acme/thumbnails:1.4.2
          - name: cache
      #           ~~~~~ "cache" is without CPU and memory limits, so it gets 1 vCPU and 512 MiB of its own.
            image: docker.io/library/redis:7.4
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
                memory: 512Mi
          - name: thumbnails
            image: docker.io/acme/thumbnails:1.4.2
            resources:
              limits:
                cpu: 250m
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
                cpu: "1"
                memory: 512Mi
          - name: thumbnails
            image: docker.io/acme/thumbnails:1.4.2
            resources: "{{ .Values.thumbnails.resources }}"
    `,
  ],
  *check(workload) {
    const { members } = instanceOf(workload);
    // For agents and proxies the same is more than advice, and a rule of its own.
    const [first, ...others] = members
      .filter(({ role }) => !(isMonitoring(role) || isFrontProxy(role) || role === 'mesh-proxy'))
      .filter(({ container }) => container.missingLimits.length > 0)
      .map(({ container }) => finding(container));
    if (!first) return;
    const more = others.length === 1 ? 'Another container lacks' : `${others.length} other containers lack`;
    yield {
      on: first.on,
      help: first.help,
      message: others.length === 0 ? first.message : `${first.message} ${more} limits, too.`,
      related: others,
    };
  },
});

function finding(container: Container) {
  const { field, label, limits, missingLimits: missing } = container;
  const [no, gets] =
    missing.length === 2
      ? ['CPU and memory limits', '1 vCPU and 512 MiB']
      : missing[0] === 'cpu'
        ? ['a CPU limit', '1 vCPU']
        : ['a memory limit', '512 MiB'];
  return {
    on: limits.exists ? limits : field,
    message: `"${label}" is without ${no}, so it gets ${gets} of its own.`,
    help: limitsFor(container),
  };
}
