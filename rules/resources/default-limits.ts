import { template } from '../../src/examples.ts';
import { defineRule, instanceOf, isFrontProxy, isMonitoring } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'default-limits',
  severity: 'info',
  appliesTo: 'workload',
  needs: { sidecars: true },
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
      #       ^^^^^^ "shop" is without a memory limit, so it gets 512 MiB of its own.
                cpu: "2"
          - name: cache
            image: docker.io/library/redis:7.4
            resources:
              limits:
      #       ^^^^^^ "cache" is without a CPU limit, so it gets 1 vCPU of its own.
                memory: 1Gi
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
    if (members.length < 2 || workload.hasTemplateLines) return;
    for (const { container, label, role } of members) {
      const { field, limits, missingLimits: missing } = container;
      // For agents and proxies the same is more than advice, and a rule of its own.
      if (isMonitoring(role) || isFrontProxy(role) || role === 'mesh-proxy') continue;
      if (missing.length === 0) continue;
      const [no, gets] =
        missing.length === 2
          ? ['CPU and memory limits', '1 vCPU and 512 MiB']
          : missing[0] === 'cpu'
            ? ['a CPU limit', '1 vCPU']
            : ['a memory limit', '512 MiB'];
      yield {
        on: limits.exists ? limits : field,
        message: `"${label}" is without ${no}, so it gets ${gets} of its own.`,
      };
    }
  },
});
