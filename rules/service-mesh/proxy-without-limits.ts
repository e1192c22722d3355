import { template } from '../../src/examples.ts';
import { defineRule, instanceOf, isFrontProxy, limitsFor } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'proxy-without-limits',
  severity: 'warning',
  appliesTo: 'workload',
  needs: { sidecars: true },
  summary: 'A proxy has no CPU and memory of its own.',
  why: 'Without limits the proxy gets the default of 1 vCPU and 512 MiB, as much as many an application, and all of it is paid for. Every request passes the proxy, so what it really needs is worth a thought: too little makes all requests slow, and a container that exceeds its memory takes the whole instance down.',
  remedy:
    'Set `resources.limits` on the proxy. For a start, half a CPU and 256Mi (`cpu: 500m`) are what the samples give nginx; the sum over all containers must be at least 1 vCPU where more than one request runs at a time.',
  references: [
    'https://cloud.google.com/run/docs/configuring/services/cpu',
    'https://github.com/GoogleCloudPlatform/cloud-run-samples/tree/main/multi-container/hello-nginx-sample',
  ],
  bad: [
    template`
      spec:
        containers:
          - name: nginx
      #           ^^^^^ "nginx" has no CPU and memory limit of its own. It gets 1 vCPU and 512 MiB.
            image: docker.io/nginxinc/nginx-unprivileged:1.29.1
            ports: [{ containerPort: 8080 }]
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            env: [{ name: PORT, value: "8081" }]
            resources: { limits: { cpu: "1", memory: 512Mi } }
    `,
    template`
      spec:
        containers:
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            ports: [{ containerPort: 8080 }]
            env: [{ name: HTTPS_PROXY, value: "http://localhost:3128" }]
            resources: { limits: { cpu: "1", memory: 512Mi } }
          - name: envoy
            image: docker.io/envoyproxy/envoy:v1.34.4
            resources:
              limits:
      #       ^^^^^^ "envoy" has no memory limit of its own. It gets 512 MiB.
                cpu: 500m
    `,
  ],
  good: [
    template`
      metadata:
        annotations:
          run.googleapis.com/container-dependencies: '{"nginx":["web"]}'
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - name: nginx
            image: docker.io/nginxinc/nginx-unprivileged:1.29.1
            ports: [{ containerPort: 8080 }]
            resources: { limits: { cpu: 500m, memory: 256Mi } }
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            env: [{ name: PORT, value: "8081" }]
            startupProbe: { tcpSocket: { port: 8081 } }
            resources: { limits: { cpu: "1", memory: 512Mi } }
    `,
  ],
  *check(workload) {
    const { members } = instanceOf(workload);
    for (const { container, label, role } of members) {
      const { field, limits, missingLimits } = container;
      if ((!isFrontProxy(role) && role !== 'mesh-proxy') || missingLimits.length === 0) continue;
      const missing = missingLimits.map((key) => defaults[key]);
      yield {
        on: limits.exists && !limits.isNull ? limits : field,
        message: `"${label}" has no ${missing.map(({ name }) => name).join(' and ')} limit of its own. It gets ${missing.map(({ gets }) => gets).join(' and ')}.`,
        help: limitsFor(container),
      };
    }
  },
});

/** What a container gets where the file gives it nothing: https://cloud.google.com/run/docs/configuring/services/cpu */
const defaults = {
  cpu: { name: 'CPU', gets: '1 vCPU' },
  memory: { name: 'memory', gets: '512 MiB' },
} as const;
