import { template } from '../../src/examples.ts';
import { annotationName, defineRule, isMonitoring, say } from '../../src/rule-kit.ts';

const ofTemplate = 'autoscaling.knative.dev/minScale';
const ofService = 'run.googleapis.com/minScale';

export default defineRule({
  id: 'agent-scales-to-zero',
  severity: 'info',
  appliesTo: 'service',
  needs: { sidecars: true, role: isMonitoring, wholeText: true },
  summary: 'A service with a monitoring agent may have no instance, and so no agent, at all.',
  why: `Without a minimum number of instances Cloud Run removes the last one when no requests come. The agent goes with it: dashboards show gaps that look like an outage, and the first request after a pause pays for the agent's start as well. That may be what you want; then allow it.`,
  remedy: `Set \`run.googleapis.com/minScale: "1"\` on the service (or \`autoscaling.knative.dev/minScale: "1"\` on the revision template) to keep one instance. An agent that is to work between requests also needs \`run.googleapis.com/cpu-throttling: "false"\`.`,
  references: [
    'https://cloud.google.com/run/docs/configuring/min-instances',
    'https://cloud.google.com/run/docs/configuring/billing-settings',
  ],
  bad: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: datadog
      #           ^^^^^^^ The service may scale to zero, and then "datadog" does not run.
            image: gcr.io/datadoghq/serverless-init:1
    `,
    template`
      metadata:
        annotations:
          autoscaling.knative.dev/minScale: "0"
      #                                     ^^^ The service may scale to zero, and then "vector" does not run.
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: vector
            image: docker.io/timberio/vector:0.42.0-alpine
    `,
  ],
  good: [
    template`
      metadata:
        annotations:
          autoscaling.knative.dev/minScale: "1"
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: alloy
            image: docker.io/grafana/alloy:v1.5.0
    `,
    template`
      metadata:
        annotations:
          autoscaling.knative.dev/minScale: "\${MIN_INSTANCES}"
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: collector
            image: docker.io/otel/opentelemetry-collector-contrib:0.110.0
    `,
  ],
  *check(service, { matching: [agent] }) {
    const minima = [
      service.templateAnnotation(ofTemplate),
      service.annotation(ofService),
      service.annotation('run.googleapis.com/manualInstanceCount'),
    ];
    if (minima.some((field) => field.mayHoldMore || (field.exists && Number(field.text) !== 0))) return;
    const stated = minima.find(({ exists }) => exists);
    yield {
      on: stated ?? agent!.container.field,
      message: `The service may scale to zero, and then "${agent!.label}" does not run.`,
      help: say`To keep one instance, set ${annotationName(stated === minima[0] ? ofTemplate : ofService)} to "1". Ignore this advice if the agent has nothing to do between requests.`,
    };
  },
});
