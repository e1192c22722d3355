import { manifest, template } from '../../src/examples.ts';
import { defineRule, fieldName, say, setting } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'probe-without-port',
  severity: 'warning',
  appliesTo: 'workload',
  needs: { mentions: ['startupProbe', 'livenessProbe', 'readinessProbe'], wholeText: true },
  summary: 'The probe of a container without `ports` does not say which port to ask.',
  why: 'A probe without a port asks the container port. Only the ingress container of a service has one; a sidecar, a job and a worker pool have none, so nothing says where to ask. Such revisions are known to have been deployed, but what the probe then asks is not documented.',
  remedy: 'Write the port on which the container answers.',
  help: false,
  references: [
    'https://cloud.google.com/run/docs/configuring/healthchecks',
    'https://cloud.google.com/run/docs/reference/rest/v1/Container#Probe',
  ],
  bad: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: search
            image: docker.io/acme/search:1.4.2
            env:
              - name: PORT
                value: "9000"
            startupProbe:
              httpGet:
      #       ^^^^^^^ The startup probe of "search" has no port, and neither has the container. Write "port: 9000" under "httpGet".
                path: /healthz
    `,
    manifest`
      apiVersion: run.googleapis.com/v1
      kind: WorkerPool
      metadata:
        name: orders
      spec:
        template:
          spec:
            containers:
              - image: docker.io/acme/orders:3.1
                resources:
                  limits:
                    cpu: "1"
                    memory: 512Mi
                livenessProbe:
                  grpc: {}
      #           ^^^^ The liveness probe of the container has no port, and neither has the container. Write the "port" under "grpc".
    `,
  ],
  good: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            startupProbe:
              httpGet:
                path: /healthz
          - name: search
            image: docker.io/acme/search:1.4.2
            startupProbe:
              httpGet:
                path: /healthz
                port: 9000
    `,
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            startupProbe:
              tcpSocket: {}
    `,
  ],
  *check(workload) {
    // Without one ingress container another rule asks for it first; until then, who lacks a port is open.
    if ((workload.kind === 'Service' || workload.kind === 'Instance') && !workload.ingress) return;
    for (const container of workload.containers) {
      if (container.isIngress || container.hasPorts) continue;
      for (const probe of container.probes) {
        const [handler] = probe.handlers;
        if (!handler || probe.field.get(handler).unknown || (probe.port.exists && !probe.port.isNull)) continue;
        const own = container.variable('PORT')?.value;
        yield {
          on: probe.field.get(handler),
          message: say`The ${probe.label} of "${container.label}" has no port, and neither has the container. ${own ? say`Write ${setting('port', own)}` : say`Write the ${fieldName('port')}`} under ${fieldName(handler)}.`,
        };
      }
    }
  },
});
