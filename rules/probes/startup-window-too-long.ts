import { template } from '../../src/examples.ts';
import { defineRule, fieldName, longestStartup, say } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'startup-window-too-long',
  severity: 'warning',
  appliesTo: 'workload',
  needs: { mentions: ['startupProbe'] },
  summary: 'A startup probe waits longer than Cloud Run documents.',
  why: '`failureThreshold` times `periodSeconds` is the time that a container has to start. Cloud Run documents 600 seconds as the longest, and 1800 with a GPU; before 2026 it was 240. Longer windows are known to have been deployed, but nothing says how long Cloud Run then waits.',
  remedy:
    'Lower one of the two. A container that needs longer should open its port first and load the rest behind a readiness probe.',
  help: false,
  references: [
    'https://cloud.google.com/run/docs/configuring/healthchecks',
    'https://cloud.google.com/run/docs/configuring/jobs/healthchecks',
  ],
  bad: [
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            startupProbe:
              periodSeconds: 60
      #                      ~~ The period is here.
              failureThreshold: 15
      #                         ^^ The container has 15 × 60 = 900 s to start, but Cloud Run documents 600 at most. Lower "failureThreshold" or "periodSeconds".
              httpGet:
                path: /healthz
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: index
            image: docker.io/acme/index:5.0
            startupProbe:
              periodSeconds: 240
      #                      ^^^ "index" has 3 × 240 = 720 s to start, but Cloud Run documents 600 at most. Lower "failureThreshold" or "periodSeconds".
              tcpSocket:
                port: 9200
    `,
  ],
  good: [
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            startupProbe:
              initialDelaySeconds: 60
              periodSeconds: 10
              failureThreshold: 60
              httpGet:
                path: /healthz
            livenessProbe:
              periodSeconds: 300
              failureThreshold: 3
              httpGet:
                path: /healthz
    `,
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            startupProbe:
              periodSeconds: 600
              failureThreshold: 1
              httpGet:
                path: /healthz
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
              periodSeconds: 60
              failureThreshold: 30
              tcpSocket:
                port: 11434
    `,
  ],
  *check(workload) {
    const longest = longestStartup(workload.gpu.isWanted);
    for (const container of workload.containers) {
      const { startupProbe: probe } = container;
      const { failureThreshold: times, periodSeconds: period, windowSeconds: window } = probe;
      if (window === undefined || window <= longest) continue;
      // A period that is too long by itself is another rule's finding.
      if (period === undefined || period > longest) continue;
      const threshold = probe.field.get('failureThreshold');
      const every = probe.field.get('periodSeconds');
      yield {
        on: threshold.exists ? threshold : every,
        message: say`${container.subject} has ${times!} × ${period} = ${window} s to start, but Cloud Run documents ${longest} at most. Lower ${fieldName('failureThreshold')} or ${fieldName('periodSeconds')}.`,
        related: threshold.exists && every.exists ? [{ on: every, message: 'The period is here.' }] : [],
      };
    }
  },
});
