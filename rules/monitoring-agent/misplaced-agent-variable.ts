import { template } from '../../src/examples.ts';
import { defineRule, instanceOf, type Member } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'misplaced-agent-variable',
  severity: 'warning',
  appliesTo: 'workload',
  needs: { sidecars: true, mentions: ['env'] },
  summary:
    "A variable for the agent is on the application alone, or one for the application's library on the agent alone.",
  why: 'Containers share no variables. `DD_LOGS_INJECTION` tells the tracing library in the application to write trace ids into the logs; on the Datadog sidecar nobody reads it, and logs and traces stay apart. `DD_SERVERLESS_LOG_PATH` tells the sidecar which files to read; on the application alone it sends no log anywhere. Datadog says of each variable to which container it belongs.',
  remedy:
    'Move the variable to the container that reads it. `DD_SERVICE`, `DD_ENV` and `DD_VERSION` belong to all of them.',
  references: [
    'https://docs.datadoghq.com/serverless/google_cloud_run/containers/sidecar/',
    'https://docs.datadoghq.com/tracing/other_telemetry/connect_logs_and_traces/',
  ],
  bad: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            env: [{ name: DD_SERVICE, value: shop }]
          - name: datadog
            image: gcr.io/datadoghq/serverless-init:1
            env:
              - name: DD_API_KEY
                valueFrom: { secretKeyRef: { name: datadog, key: "1" } }
              - name: DD_LOGS_INJECTION
      #               ^^^^^^^^^^^^^^^^^ "DD_LOGS_INJECTION" has no effect on "datadog". It belongs on the container whose library it is for.
                value: "true"
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            env:
              - name: DD_SERVERLESS_LOG_PATH
      #               ^^^^^^^^^^^^^^^^^^^^^^ "DD_SERVERLESS_LOG_PATH" has no effect on "shop". It belongs on "datadog".
                value: /shared-volume/logs/*.log
            volumeMounts: [{ name: logs, mountPath: /shared-volume }]
          - name: datadog
            image: docker.io/datadog/serverless-init:1
            env:
              - name: DD_API_KEY
                valueFrom: { secretKeyRef: { name: datadog, key: "1" } }
            volumeMounts: [{ name: logs, mountPath: /shared-volume }]
        volumes:
          - name: logs
            emptyDir: { medium: Memory, sizeLimit: 128Mi }
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: agent
            image: docker.io/datadog/agent:7.71.1
            env:
              - name: DD_API_KEY
                valueFrom: { secretKeyRef: { name: datadog, key: "1" } }
              - { name: DD_LOGS_INJECTION, value: "true" }
      #                 ^^^^^^^^^^^^^^^^^ "DD_LOGS_INJECTION" has no effect on "agent". It belongs on the container whose library it is for.
    `,
  ],
  good: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            env: [{ name: DD_LOGS_INJECTION, value: "true" }]
            volumeMounts: [{ name: logs, mountPath: /shared-volume }]
          # Datadog's own tools write some variables to every container.
          - name: datadog
            image: gcr.io/datadoghq/serverless-init:1
            env:
              - name: DD_API_KEY
                valueFrom: { secretKeyRef: { name: datadog, key: "1" } }
              - { name: DD_LOGS_INJECTION, value: "true" }
              - { name: DD_SERVERLESS_LOG_PATH, value: /shared-volume/logs/*.log }
            volumeMounts: [{ name: logs, mountPath: /shared-volume }]
        volumes:
          - name: logs
            emptyDir: { medium: Memory, sizeLimit: 128Mi }
    `,
  ],
  *check(workload) {
    const { members } = instanceOf(workload);
    for (const agent of members) {
      const { libraryVariables = [], ownVariables = [] } = agent.product ?? {};
      if (!agent.isCertain || (libraryVariables.length === 0 && ownVariables.length === 0)) continue;
      const others = members.filter((other) => other !== agent);
      for (const name of libraryVariables) {
        const variable = agent.container.variable(name);
        if (!variable?.isSet || others.some((other) => maySet(other, name))) continue;
        yield {
          on: variable.field.get('name'),
          message: `"${name}" has no effect on "${agent.label}". It belongs on the container whose library it is for.`,
          help:
            others.length === 1
              ? `Move it from "${agent.label}" to "${others[0]!.label}".`
              : 'Move it to that container.',
        };
      }
      for (const name of ownVariables) {
        // The wrapper in an application's image reads what the sidecar does.
        const wrong = others.find(({ container, wrapper }) => {
          return container.variable(name)?.isSet && !wrapper;
        });
        if (!wrong || !agent.match.stock || maySet(agent, name)) continue;
        yield {
          on: wrong.container.variable(name)!.field.get('name'),
          message: `"${name}" has no effect on "${wrong.label}". It belongs on "${agent.label}".`,
          help: `Move it to "${agent.label}".`,
        };
      }
    }
  },
});

function maySet({ container, settings }: Member, name: string): boolean {
  return settings.mayHideSome || container.variable(name) !== undefined;
}
