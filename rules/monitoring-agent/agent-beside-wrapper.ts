import { template } from '../../src/examples.ts';
import { type Container, defineRule, instanceOf } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'agent-beside-wrapper',
  deprecatedIds: ['two-agents'],
  severity: 'warning',
  appliesTo: 'workload',
  needs: { sidecars: true },
  summary: 'The application is started by an agent of its own, and a sidecar of the same maker runs beside it.',
  why: "The image of the application wraps its start in Datadog's `datadog-init`, which is an agent: it serves port 8126, and so does a Datadog sidecar. The second of the two fails to start or is never sent anything, and both are paid for. Datadog supports the in-container way for services of one container only.",
  remedy: 'Start the application without the wrapper, or remove the sidecar.',
  references: [
    'https://docs.datadoghq.com/serverless/google_cloud_run/containers/',
    'https://cloud.google.com/run/docs/container-contract',
  ],
  bad: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            command: ["/app/datadog-init"]
      #     ~~~~~~~ The agent inside the application.
            args: ["node", "server.js"]
            ports: [{ containerPort: 8080 }]
          - name: datadog
      #           ^^^^^^^ "datadog" is a Datadog sidecar, but "shop" already runs an agent of its own by "datadog-init".
            image: gcr.io/datadoghq/serverless-init:1
            env:
              - name: DD_API_KEY
                valueFrom: { secretKeyRef: { name: datadog, key: "1" } }
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            args: ["/app/datadog-init", "python", "app.py"]
      #     ~~~~ The agent inside the application.
            ports: [{ containerPort: 8080 }]
          - name: agent
      #           ^^^^^ "agent" is a Datadog sidecar, but "shop" already runs an agent of its own by "datadog-init".
            image: docker.io/datadog/agent:7.71.1
            env:
              - name: DD_API_KEY
                valueFrom: { secretKeyRef: { name: datadog, key: "1" } }
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            command: ["sh", "-c", "exec /app/datadog-init node server.js"]
      #     ~~~~~~~ The agent inside the application.
            ports: [{ containerPort: 8080 }]
          - name: datadog
      #           ^^^^^^^ "datadog" is a Datadog sidecar, but "shop" already runs an agent of its own by "datadog-init".
            image: gcr.io/datadoghq/serverless-init:1
            env:
              - name: DD_API_KEY
                valueFrom: { secretKeyRef: { name: datadog, key: "1" } }
    `,
  ],
  good: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            command: ["/app/server"]
            ports: [{ containerPort: 8080 }]
          - name: datadog
            image: gcr.io/datadoghq/serverless-init:1
            env:
              - name: DD_API_KEY
                valueFrom: { secretKeyRef: { name: datadog, key: "1" } }
    `,
  ],
  *check(workload) {
    const { members } = instanceOf(workload);
    for (const { container, label, product, wrapper } of members) {
      // On the makers' own image it is the sidecar.
      if (!wrapper || product?.wrapper) continue;
      const sidecar = members.find((other) => other.product?.wrapper?.program === wrapper.program);
      if (!sidecar) continue;
      yield {
        on: sidecar.container.field,
        message: `"${sidecar.label}" is a ${wrapper.maker} sidecar, but "${label}" already runs an agent of its own by "${wrapper.program}".`,
        help: `Remove "${sidecar.label}", or start "${label}" without "${wrapper.program}".`,
        related: [{ on: startOf(container), message: 'The agent inside the application.' }],
      };
    }
  },
});

/** What the file says of a container's start: its command, or the arguments that take its place. */
function startOf({ command, field }: Container) {
  return field.get(command.length > 0 ? 'command' : 'args');
}
