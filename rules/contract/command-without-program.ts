import { template } from '../../src/examples.ts';
import {
  beginsInstance,
  defineRule,
  fieldName,
  hasPlaceholder,
  instanceOf,
  type Member,
  say,
} from '../../src/rule-kit.ts';

export default defineRule({
  id: 'command-without-program',
  severity: 'error',
  appliesTo: 'workload',
  needs: { mentions: ['command'] },
  summary: 'The command of a container begins with something that is not a program.',
  why: '`command` takes the place of the ENTRYPOINT of the image, `args` that of its CMD, as in Kubernetes; in Docker Compose `command` means the latter. No shell reads either of them. A command that begins with a flag, or holds a whole line in one item, so names a program that does not exist, and the container does not start.',
  remedy:
    'Write flags under `args` and leave `command` out, so that the program of the image gets them. Write each word as an item of its own, `["npm", "run", "start"]`, or give the line to a shell: `["sh", "-c", "npm run start"]`.',
  help: false,
  references: [
    'https://cloud.google.com/run/docs/configuring/services/containers#configure-entrypoint',
    'https://cloud.google.com/run/docs/reference/rest/v2/Container',
  ],
  predicts:
    'Container failed to start. Failed to start and then listen on the port defined by the PORT environment variable.',
  bad: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: proxy
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
            command: ["--port=5432", "acme-prod:europe-west1:orders"]
      #               ^^^^^^^^^^^^^ "proxy" would run "--port=5432" as its program. Write it under "args", after the program of the image.
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: alloydb
            image: gcr.io/alloydb-connectors/alloydb-auth-proxy:1.13.0
            command:
              - projects/acme-prod/locations/europe-west1/clusters/shop/instances/main
      #         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "alloydb" would run "projects/acme-prod/locations/europe-west1/clusters/shop/instances/main" as its program. Write it under "args", after the program of the image.
              - --public-ip
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            command: ["npm run start"]
      #               ^^^^^^^^^^^^^^^ "shop" would run "npm run start" as its program. Write each word as an item of its own.
            ports: [{ containerPort: 8080 }]
    `,
  ],
  good: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            command: ["sh", "-c", "npm run start"]
            ports: [{ containerPort: 8080 }]
          - name: proxy
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
            args: ["--port=5432", "acme-prod:europe-west1:orders"]
    `,
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            command: ["\${START_COMMAND}"]
            args: ["--port", "8080"]
    `,
  ],
  *check(workload) {
    for (const container of workload.containers) {
      const program = container.field.get('command').items[0];
      const text = program?.text;
      if (!program || !text || hasPlaceholder(text)) continue;
      const advice =
        text.startsWith('-') || namesInstance(instanceOf(workload).of(container), text)
          ? say`Write it under ${fieldName('args')}, after the program of the image.`
          : /^[\w./=-]+ +\S/.test(text) && 'Write each word as an item of its own.';
      if (advice) {
        yield {
          on: program,
          message: say`"${container.label}" would run "${firstLine(text)}" as its program. ${advice}`,
        };
      }
    }
  },
});

/** Whether it is the name of a database instance, given to a proxy that wants one as its argument. */
function namesInstance({ connector, isCertain }: Member, text: string): boolean {
  return isCertain && connector !== undefined && beginsInstance(text);
}

function firstLine(text: string): string {
  const end = text.indexOf('\n');
  return end < 0 ? text : `${text.slice(0, end)} …`;
}
