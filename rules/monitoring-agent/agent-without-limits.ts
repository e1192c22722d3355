import { template } from '../../src/examples.ts';
import { defineRule, isMonitoring, limitsFor } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'agent-without-limits',
  severity: 'warning',
  appliesTo: 'workload',
  needs: { sidecars: true, role: isMonitoring },
  summary: 'A monitoring agent has no CPU or memory limit of its own.',
  why: `A container without limits gets 1 vCPU and 512 MiB, which is rarely what an agent needs: too much, and every instance pays for it; too little, and the agent is killed for its memory, which ends the whole instance. Datadog warns that an under-sized sidecar makes Cloud Run add instances too early, and an OpenTelemetry Collector's \`memory_limiter\` in percent counts against this very limit.`,
  remedy: `Write \`resources.limits\` for the agent. Datadog's own setup gives serverless-init \`cpu: "1"\` and \`memory: 512Mi\`; measure, then adjust.`,
  references: [
    'https://cloud.google.com/run/docs/configuring/services/memory-limits',
    'https://cloud.google.com/run/docs/configuring/services/cpu',
    'https://docs.datadoghq.com/serverless/google_cloud_run/containers/sidecar/',
    'https://github.com/open-telemetry/opentelemetry-collector/tree/main/processor/memorylimiterprocessor',
  ],
  bad: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: collector
      #           ^^^^^^^^^ "collector" has no CPU and memory limit of its own.
            image: docker.io/otel/opentelemetry-collector-contrib:0.110.0
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: datadog
            image: gcr.io/datadoghq/serverless-init:1
            resources:
              limits:
      #       ^^^^^^ "datadog" has no memory limit of its own.
                cpu: "1"
    `,
  ],
  good: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: datadog
            image: gcr.io/datadoghq/serverless-init:1
            env:
              - name: DD_API_KEY
                valueFrom: { secretKeyRef: { name: datadog, key: "1" } }
            resources:
              limits:
                cpu: "1"
                memory: 512Mi
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: collector
            image: docker.io/otel/opentelemetry-collector-contrib:0.110.0
            resources:
              limits:
                cpu: "\${AGENT_CPU}"
                memory: "\${AGENT_MEMORY}"
    `,
  ],
  *check(_, { matching }) {
    for (const { container, label } of matching) {
      const { field, limits, missingLimits: missing } = container;
      if (missing.length === 0) continue;
      const what = missing.map((name) => (name === 'cpu' ? 'CPU' : 'memory')).join(' and ');
      yield {
        on: limits.exists && !limits.isNull ? limits : field,
        message: `"${label}" has no ${what} limit of its own.`,
        help: limitsFor(container),
      };
    }
  },
});
