import { template } from '../../src/examples.ts';
import { type Container, defineRule, type Field, type Finding, systemVariables } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'unexpanded-variable',
  severity: 'warning',
  appliesTo: 'workload',
  needs: { mentions: ['env', 'args', 'command'] },
  summary: 'A value, command or argument refers to a variable as Kubernetes or a shell would expand it.',
  why: 'Kubernetes replaces `$(NAME)` by the value of a variable. Cloud Run passes these characters on as they are, so the program gets `$(NAME)` as its address or password. Neither is a command run in a shell, so `--port=$PORT` means these letters.',
  remedy:
    'Write the value itself. Where it is only known at run time, start the program through a shell: `command: [sh, -c]` and `exec program --port "$PORT"` as the argument.',
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
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            command: [gunicorn, "--bind=0.0.0.0:$PORT", main:app]
      #                                         ^^^^^ Without a shell nothing replaces "$PORT", so the program gets it as it is. Start the program with "sh -c".
    `,
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            command: [node]
            args: [server.js, --port, $PORT]
      #                               ^^^^^ Without a shell nothing replaces "$PORT", so the program gets it as it is. Start the program with "sh -c".
    `,
  ],
  good: [
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            # A script may replace it.
            command: [tini, --]
            args: [/app/start.sh, --port, $PORT]
    `,
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            # Whatever fills in the port here does so in the command, too.
            command: [gunicorn, "--bind=0.0.0.0:$PORT", main:app]
            ports: [{ containerPort: $PORT }]
    `,
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            # The image's own entry point may be a shell.
            args: [gunicorn, "--bind=0.0.0.0:$PORT", main:app]
    `,
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
      if (isOfPipeline(container)) continue;
      yield* shellReferences(container, system);
      const isSet = (name: string): boolean =>
        container.variable(name) !== undefined || system.includes(name) || (name === 'PORT' && container.isIngress);
      for (const field of container.texts) yield* references(field, container.after('in'), isSet);
    }
  },
});

/**
 * What only a shell would replace: `$PORT` as a word of its own, in a command line of which the file gives the program.
 * Where the file holds other marks of this form, something fills them in before the deploy, and this one with them.
 */
function* shellReferences(container: Container, system: readonly string[]): Generator<Finding> {
  const { commandLine, field, isIngress } = container;
  if (!commandLine.givesProgram || commandLine.mayWriteFiles) return;
  const words = [...field.get('command').items, ...field.get('args').items];
  const found = words.flatMap((word) => {
    const [, mark, bare, braced] = /^[^\s$]*(\$(?:(\w+)|\{(\w+)\}))[^\s$]*$/.exec(word.text ?? '') ?? [];
    return mark === undefined ? [] : [{ word, mark, name: bare ?? braced ?? '' }];
  });
  if (found.length === 0 || marksIn(field.source) > found.length) return;
  for (const { word, mark, name } of found) {
    const isGiven = system.includes(name) || (name === 'PORT' && isIngress);
    if (!isGiven || container.variable(name)) continue;
    const start = word.text?.indexOf(mark) ?? 0;
    yield {
      on: word.part(start, start + mark.length),
      message: `Without a shell nothing replaces "${mark}"${container.after('in')}, so the program gets it as it is. Start the program with "sh -c".`,
    };
  }
}

/** How many marks like `$NAME` a file holds outside of comments. */
function marksIn({ text, comments }: Container['field']['source']): number {
  const count = (part: string): number => part.match(/\$\{?[A-Za-z_]/g)?.length ?? 0;
  return comments.reduce((left, comment) => left - count(comment.text), count(text));
}

/**
 * Whether a pipeline fills in what stands in `$(…)`, as that of Azure does: Kubernetes replaces nothing in the name of
 * an image, nor a variable by itself.
 */
function isOfPipeline({ env, image }: Container): boolean {
  return (
    image?.includes('$(') === true ||
    env.some(({ name, field }) => name !== undefined && field.get('value').text?.includes(`$(${name})`) === true)
  );
}

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
