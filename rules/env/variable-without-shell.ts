import { template } from '../../src/examples.ts';
import {
  type Container,
  defineRule,
  type Finding,
  instanceOf,
  isFilledByPipeline,
  systemVariables,
} from '../../src/rule-kit.ts';

export default defineRule({
  id: 'variable-without-shell',
  deprecatedIds: ['unexpanded-variable'],
  severity: 'warning',
  appliesTo: 'workload',
  needs: { mentions: ['command'], beside: true },
  summary: 'A command or argument refers to a variable as a shell would expand it, but no shell runs it.',
  why: 'Cloud Run starts the program with its arguments as they are written. No shell reads them, so `--port=$PORT` means these letters, and the program fails or listens elsewhere.',
  remedy:
    'Start the program through a shell: `command: [sh, -c]` and `exec program --port "$PORT"` as the argument. Or write the value itself.',
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
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            command: [sh, -c]
            args: ['exec shop --port "$PORT" --started "$(date)"']
          - name: search
            image: docker.io/acme/search:1.4.2
            args: ["--port=$(SEARCH_PORT)"]
    `,
  ],
  *check(workload) {
    const system = systemVariables(workload.kind);
    for (const container of workload.containers) {
      if (!isFilledByPipeline(container)) yield* shellReferences(container, system);
      yield* inImage(container, system);
    }
  },
});

/** The same in the command of a Dockerfile, where Docker replaces nothing; some programs take `${NAME}` for their own. */
function* inImage(container: Container, system: readonly string[]): Generator<Finding> {
  const { commandLine } = instanceOf(container.workload).of(container);
  if (!commandLine.givesProgram || commandLine.mayWriteFiles) return;
  for (const word of commandLine.words) {
    const [, mark = '', name = ''] = /^[^\s$]*(\$(\w+))$/.exec(word.text) ?? [];
    if (word.item.source === container.field.source || !isGiven(name, container, system)) continue;
    yield {
      on: word.part(word.text.length - mark.length),
      message: `Without a shell nothing replaces "${mark}"${container.after('in')}, so the program gets it as it is. Write the command without brackets, so that a shell starts it.`,
      related: [{ on: container.field, message: 'Its Dockerfile starts it so.' }],
    };
  }
}

/** Whether Cloud Run sets the variable. */
function isGiven(name: string, { isIngress }: Container, system: readonly string[]): boolean {
  return system.includes(name) || (name === 'PORT' && isIngress);
}

/**
 * What only a shell would replace: `$PORT` as a word of its own, in a command line of which the file gives the program.
 * Where the file holds other marks of this form, something fills them in before the deploy, and this one with them.
 */
function* shellReferences(container: Container, system: readonly string[]): Generator<Finding> {
  const { commandLine, field } = container;
  if (!commandLine.givesProgram || commandLine.mayWriteFiles) return;
  const words = [...field.get('command').items, ...field.get('args').items];
  const found = words.flatMap((word) => {
    const [, mark, bare, braced] = /^[^\s$]*(\$(?:(\w+)\b|\{(\w+)\}))[^\s$]*$/.exec(word.text ?? '') ?? [];
    return mark === undefined ? [] : [{ word, mark, name: bare ?? braced ?? '' }];
  });
  if (found.length === 0 || marksIn(field.source) > found.length) return;
  for (const { word, mark, name } of found) {
    if (!isGiven(name, container, system) || container.variable(name)) continue;
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
