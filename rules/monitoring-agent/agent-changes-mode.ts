import { template } from '../../src/examples.ts';
import { defineRule, instanceOf, type Member, type Placed, type WrongStart } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'agent-changes-mode',
  severity: 'error',
  appliesTo: 'workload',
  needs: { sidecars: true },
  summary: 'Command or arguments make a sidecar image something else than a sidecar.',
  why: "Some images decide by their command line what they are. Datadog's serverless-init is a sidecar only when it is started without arguments; with any, it wraps them as the application. Open Policy Agent without `run --server` is an interactive shell, cloudflared without arguments prints its version, and the first generation of the Cloud SQL Auth Proxy has no entry point at all, while the second has another program than the first. nginx without `daemon off;` goes to the background, which ends its container. The container then exits, or serves nobody.",
  remedy: 'Write the command line that the message names.',
  references: [
    'https://github.com/DataDog/datadog-agent/blob/main/cmd/serverless-init/mode/mode.go',
    'https://www.openpolicyagent.org/docs/deploy/docker',
    'https://github.com/cloudflare/cloudflared/blob/master/Dockerfile',
    'https://github.com/GoogleCloudPlatform/cloud-sql-proxy/blob/main/migration-guide.md',
    'https://hub.docker.com/_/nginx',
  ],
  bad: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: datadog
            image: gcr.io/datadoghq/serverless-init:1
            args: ["node", "server.js"]
      #     ^^^^ With its command line as it is, "datadog" takes its arguments for the application to run, and serves no other container. Remove them: without arguments the image is a sidecar.
            env:
              - name: DD_API_KEY
                valueFrom: { secretKeyRef: { name: datadog, key: "1" } }
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: policy
            image: docker.io/openpolicyagent/opa:1.0.0
            args: ["run", "--addr=0.0.0.0:8181"]
      #     ^^^^ With its command line as it is, "policy" is an interactive shell and no server. Begin the arguments with "run" and "--server".
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: tunnel
            image: docker.io/cloudflare/cloudflared:2024.11.1
      #            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ With its command line as it is, "tunnel" prints its version and exits. Begin the arguments with "tunnel" and "run".
            env:
              - name: TUNNEL_TOKEN
                valueFrom: { secretKeyRef: { name: tunnel, key: "1" } }
    `,
    template`
      spec:
        containers:
          - name: edge
            image: docker.io/library/nginx:1.29.1
            args: ["nginx"]
      #     ^^^^ With its command line as it is, "edge" goes to the background, and the container ends. Add "-g" and "daemon off;", or leave the command line to the image.
            ports: [{ containerPort: 8080 }]
            volumeMounts: [{ name: sites, mountPath: /etc/nginx/conf.d }]
          - name: shop
            image: docker.io/acme/shop:1.4.2
            env: [{ name: PORT, value: "8081" }]
          - name: proxy
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
            command: ["/cloud_sql_proxy"]
      #               ^^^^^^^^^^^^^^^^^^ With its command line as it is, "proxy" looks for a program that its image does not have. Leave "command" out, or write "/cloud-sql-proxy".
            args: ["--port=5432", "acme-prod:europe-west1:orders"]
        volumes:
          - name: sites
            secret: { secretName: nginx-sites, items: [{ key: "1", path: default.conf }] }
    `,
    template`
      spec:
        containers:
          - name: edge
            image: docker.io/library/nginx:1.29.1
            command: ["/bin/sh", "-c"]
            args: ["envsubst < /sites/shop.conf > /etc/nginx/conf.d/default.conf && exec nginx"]
      #                                                                                  ^^^^^ With its command line as it is, "edge" goes to the background, and the container ends. Add "-g" and "daemon off;", or leave the command line to the image.
            ports: [{ containerPort: 8080 }]
            volumeMounts: [{ name: sites, mountPath: /sites }]
          - name: shop
            image: docker.io/acme/shop:1.4.2
            env: [{ name: PORT, value: "8081" }]
        volumes:
          - name: sites
            secret: { secretName: nginx-sites, items: [{ key: "1", path: shop.conf }] }
    `,
  ],
  good: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: policy
            image: docker.io/openpolicyagent/opa:1.0.0
            args: ["run", "--server", "--addr=0.0.0.0:8181"]
          - name: tunnel
            image: docker.io/cloudflare/cloudflared:2024.11.1
            args: ["tunnel", "--no-autoupdate", "run"]
            env:
              - name: TUNNEL_TOKEN
                valueFrom: { secretKeyRef: { name: tunnel, key: "1" } }
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: proxy
            image: gcr.io/cloudsql-docker/gce-proxy:1.37.0
            args: ["/cloud_sql_proxy", "-instances=acme-prod:europe-west1:orders=tcp:5432"]
          - name: policy
            image: docker.io/openpolicyagent/opa:1.0.0
            args: ["\${OPA_ARGS}"]
    `,
    template`
      spec:
        containers:
          - name: edge
            image: docker.io/library/nginx:1.29.1
            command: ["nginx", "-g", "daemon off;"]
            ports: [{ containerPort: 8080 }]
            volumeMounts: [{ name: sites, mountPath: /etc/nginx/conf.d }]
          - name: shop
            image: docker.io/acme/shop:1.4.2
            env: [{ name: PORT, value: "8081" }]
          - name: legacy
            image: docker.io/library/nginx:1.29.1
            # What stands in its own nginx.conf decides.
            command: ["nginx", "-c", "/conf/nginx.conf"]
            volumeMounts: [{ name: conf, mountPath: /conf }]
        volumes:
          - name: sites
            secret: { secretName: nginx-sites, items: [{ key: "1", path: default.conf }] }
          - name: conf
            secret: { secretName: nginx-conf, items: [{ key: "1", path: nginx.conf }] }
    `,
    template`
      spec:
        containers:
          # Built on the makers' image, which runs the application.
          - name: shop
            image: europe-west1-docker.pkg.dev/acme-prod/apps/serverless-init:7
            args: ["node", "server.js"]
            ports: [{ containerPort: 8080 }]
          - name: policy
            image: docker.io/openpolicyagent/opa:1.4.2
            args: ["run", "-sw", "--addr=0.0.0.0:8181"]
          - name: prometheus
            image: docker.io/prom/prometheus:v3.1.0
            workingDir: /etc/prometheus
            args: ["--web.listen-address=0.0.0.0:9091"]
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: datadog
            image: gcr.io/datadoghq/serverless-init:1
            args: ["\${DATADOG_ARGS}"]
            env:
              - name: DD_API_KEY
                valueFrom: { secretKeyRef: { name: datadog, key: "1" } }
    `,
  ],
  *check(workload) {
    const { members } = instanceOf(workload);
    for (const member of members) {
      if (!member.isCertain) continue;
      for (const wrong of member.product?.wrongStarts ?? []) {
        const { becomes, instead } = wrong;
        const on = placeOf(member, wrong);
        if (on)
          yield {
            on,
            message: `With its command line as it is, "${member.label}" ${becomes}. ${instead}.`,
          };
      }
    }
  },
});

/** Where the file starts the image in this wrong way; nothing where it does not. */
function placeOf(member: Member, { onlyWithArgs, program, when, words = [] }: WrongStart): Placed | false | undefined {
  const { container, place } = member;
  const command = container.field.get('command');
  const args = container.field.get('args');
  switch (when) {
    case 'args':
      // An image of someone's own may hold the application to run.
      return member.match.stock && !member.settings.mayHideSome && givenWords(member);
    case 'no-command':
      return hasNoProgram(member) && place;
    case 'program':
      return member.match.stock && words.includes(container.command[0] ?? '') && command.items[0];
    case 'detached': {
      if (!isDetached(member, program, words)) return false;
      const last = lastOfScript(member);
      if (last) return last.part();
      return container.command.length > 0 ? command : args;
    }
    case 'lacks':
      return lacks(member, words, onlyWithArgs) && (args.exists ? args : place);
  }
}

/** Whether the program is started without a word that keeps it in the foreground, and no configuration can do that. */
function isDetached(member: Member, program: string | undefined, words: readonly string[]) {
  const { container, match, product, settings } = member;
  const line = [...container.command, ...container.args];
  const start = lastOfScript(member)?.text ?? line[0];
  if (!match.stock || settings.mayHideSome || start?.replace(/^.*\//, '') !== program) return false;
  const { from, main = '' } = product?.config ?? {};
  if (settings.first(from) || container.mounts.some((mount) => mount.path === undefined || mount.holds(main)))
    return false;
  const text = line.join(' ').replace(/\s+/g, ' ');
  // A script may write what the configuration lacks.
  return ![...words, ...(main === '' ? [] : [main])].some((word) => text.includes(word));
}

/** The last word of a shell's script; undefined where none starts the container. */
function lastOfScript({ words }: Member) {
  const last = words.at(-1);
  return last?.isPiece ? last : undefined;
}

/** The arguments, where there are any besides the program itself. */
function givenWords({ container }: Member) {
  const args = container.field.get('args');
  if (args.items.length > 0) return args;
  const command = container.field.get('command');
  return command.items.length > 1 ? command : undefined;
}

/** Whether nothing says what to run; without an entry point the first argument does. */
function hasNoProgram({ container, match }: Member): boolean {
  if (!match.stock || container.field.get('command').exists) return false;
  const [first] = container.args;
  return first === undefined || first.startsWith('-');
}

/** Whether an argument is the word, gives it a value, or holds it as one of several letters: `-sw`. */
function isWord(text: string, word: string): boolean {
  const letters = /^-[A-Za-z]$/.test(word) && /^-[A-Za-z]+$/.test(text);
  return text === word || text.startsWith(`${word}=`) || (letters && text.includes(word.slice(1)));
}

/** Whether none of the words is there; an image that someone may have changed can bring them itself. */
function lacks({ container, match, settings, words: given }: Member, words: readonly string[], onlyWithArgs?: true) {
  if (!match.stock || settings.mayHideSome) return false;
  // In another folder, the program may find its configuration by itself.
  if (onlyWithArgs && (container.args.length === 0 || container.field.get('workingDir').exists)) return false;
  return !given.some(({ text }) => words.some((word) => isWord(text, word)));
}
