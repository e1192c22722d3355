import { template } from '../../src/examples.ts';
import { defineRule, type Field, type Finding, isFilledByPipeline, systemVariables } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'unexpanded-variable',
  severity: 'warning',
  appliesTo: 'workload',
  needs: { mentions: ['env', 'args', 'command'] },
  summary: 'A value, command or argument refers to a variable as Kubernetes would expand it.',
  why: 'Kubernetes replaces `$(NAME)` by the value of a variable. Cloud Run passes these characters on as they are, so the program gets `$(NAME)` as its address or password.',
  remedy:
    'Write the value itself. Where it is only known at run time, start the program through a shell: `command: [sh, -c]` and `exec program --port "$PORT"` as the argument.',
  help: false,
  references: [
    'https://cloud.google.com/run/docs/reference/rest/v1/Container',
    'https://cloud.google.com/run/docs/configuring/services/containers#configure-entrypoint',
  ],
  bad: [
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            args: ["--port=$(PORT)", "--name=$(K_SERVICE)"]
      #                    ^^^^^^^ Cloud Run does not replace "$(PORT)", but passes it on as it is. Write the value of "PORT" itself.
      #                                      ^^^^^^^^^^^^ Cloud Run does not replace "$(K_SERVICE)", but passes it on as it is. Write the value of "K_SERVICE" itself.
    `,
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            env:
              - name: DB_HOST
                value: 10.0.0.3
              - name: DATABASE_URL
                value: postgres://shop@$(DB_HOST)/orders
      #                                ^^^^^^^^^^ Cloud Run does not replace "$(DB_HOST)", but passes it on as it is. Write the value of "DB_HOST" itself.
    `,
  ],
  good: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            command: [sh, -c]
            args: ['exec shop --port "$PORT" --started "$(date)"']
          - name: search
            image: docker.io/acme/search:1.4.2
            args: ["--port=$(SEARCH_PORT)"]
    `,
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            env:
              - name: DB_HOST
                value: 10.0.0.3
              - name: HINT
                value: write $$(DB_HOST) for the host
    `,
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            env:
              - name: DB_HOST
                value: $(DB_HOST)
              - name: DATABASE_URL
                value: postgres://shop@$(DB_HOST)/orders
    `,
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:$(Build.BuildId)
            args: ["--port=$(PORT)"]
    `,
  ],
  *check(workload) {
    const system = systemVariables(workload.kind);
    for (const container of workload.containers) {
      if (isFilledByPipeline(container)) continue;
      const isSet = (name: string): boolean =>
        container.variable(name) !== undefined || system.includes(name) || (name === 'PORT' && container.isIngress);
      for (const field of container.texts) yield* references(field, container.after('in'), isSet);
    }
  },
});

/** @param where the container, as the end of a phrase */
function* references(field: Field<string>, where: string, isSet: (name: string) => boolean): Generator<Finding> {
  if (!field.text?.includes('$(')) return;
  const reported = new Set<string>();
  // A doubled dollar sign is how Kubernetes writes one that stands for itself.
  for (const { 0: text, 1: name = '', index } of field.text.matchAll(/(?<!\$)\$\(([A-Za-z_]\w*)\)/g)) {
    if (reported.has(name) || !isSet(name)) continue;
    if (reported.add(name).size > 20) return;
    yield {
      on: field.part(index, index + text.length),
      message: `Cloud Run does not replace "${text}"${where}, but passes it on as it is. Write the value of "${name}" itself.`,
    };
  }
}
