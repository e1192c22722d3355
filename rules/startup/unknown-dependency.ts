import { template } from '../../src/examples.ts';
import { defineRule, didYouMean, quoteNames } from '../../src/rule-kit.ts';

/** So many names get a guess at what was meant: to look for one among all containers costs time. */
const guesses = 20;

export default defineRule({
  id: 'unknown-dependency',
  severity: 'error',
  refused: true,
  appliesTo: 'workload',
  needs: { mentions: ['run.googleapis.com/container-dependencies'], wholeText: true },
  summary: 'The start order names a container that does not exist.',
  why: 'The order is written in names, and a name that no container has orders nothing: either the deploy is refused, or a container starts before the one that it needs.',
  remedy:
    'Write the names as they stand under `containers`. Give a name to a container that has none: Cloud Run makes up one for it that the order cannot use.',
  references: [
    'https://cloud.google.com/run/docs/deploying#sidecars',
    'https://cloud.google.com/run/docs/configuring/services/containers#container-ordering',
  ],
  bad: [
    template`
      metadata:
        annotations:
          run.googleapis.com/container-dependencies: '{"web":["datadog-agnet"]}'
      #                                                       ^^^^^^^^^^^^^^^ "web" waits for "datadog-agnet", but no container has that name. Did you mean "datadog-agent"?
      spec:
        containers:
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            ports: [{ containerPort: 8080 }]
          - name: datadog-agent
            image: gcr.io/datadoghq/serverless-init:1.7.5
            env: [{ name: DD_HEALTH_PORT, value: "5555" }]
            startupProbe: { tcpSocket: { port: 5555 } }
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/container-dependencies: "{nginx: [hello], frontend: [cache]}"
      #                                                                ^^^^^^^^ No container is called "frontend", which should wait for "cache".
      spec:
        containers:
          - name: nginx
            image: europe-west1-docker.pkg.dev/acme-prod/shop/nginx:1.8.2
            ports: [{ containerPort: 8080 }]
          - name: hello
            image: europe-west1-docker.pkg.dev/acme-prod/shop/hello:1.8.2
            startupProbe: { tcpSocket: { port: 8888 } }
          - name: cache
            image: docker.io/library/redis:8.2.1
            startupProbe: { tcpSocket: { port: 6379 } }
    `,
  ],
  good: [
    template`
      metadata:
        annotations:
          run.googleapis.com/container-dependencies: '{"web":["collector"]}'
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            ports: [{ containerPort: 8080 }]
            resources: { limits: { cpu: "1", memory: 512Mi } }
          - name: collector
            image: europe-west1-docker.pkg.dev/acme-prod/shop/collector:2.1.0
            startupProbe: { httpGet: { path: /, port: 13133 } }
            resources: { limits: { cpu: 500m, memory: 512Mi } }
    `,
    template`
      metadata:
        annotations:
          # Exported from Cloud Run: the empty name is the container without one.
          run.googleapis.com/container-dependencies: '{"":["datadog-agent"]}'
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            ports: [{ containerPort: 8080 }]
            resources: { limits: { cpu: "1", memory: 512Mi } }
          - name: datadog-agent
            image: europe-west1-docker.pkg.dev/acme-prod/shop/agent:1.8.2
            startupProbe: { tcpSocket: { port: 5555 } }
            resources: { limits: { cpu: 500m, memory: 512Mi } }
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/container-dependencies: '{"web":["collector"]}'
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            ports: [{ containerPort: 8080 }]
            resources: { limits: { cpu: "1", memory: 512Mi } }
          # May well be called "collector" once it is filled in.
          - name: %SIDECAR%
            image: europe-west1-docker.pkg.dev/acme-prod/shop/collector:2.1.0
            startupProbe: { httpGet: { path: /, port: 13133 } }
            resources: { limits: { cpu: 500m, memory: 512Mi } }
    `,
  ],
  *check({ containers, dependencies }) {
    if (containers.length === 0) return;
    if (containers.some(({ field }) => field.unknown || field.get('name').unknown)) return;
    const hasUnnamed = containers.some(({ name }) => name === undefined);
    const names = containers.flatMap(({ name }) => name ?? []);
    const reported = new Set<string>();
    for (const { from, to, fromPlace, toPlace, waiter, needed } of dependencies.all) {
      for (const [name, on, container] of [[from, fromPlace, waiter] as const, [to, toPlace, needed] as const]) {
        if (container || reported.has(name) || mayBeMadeUp(name, hasUnnamed)) continue;
        // A text in place of the list is no name, and has a rule of its own.
        if (on === toPlace && !dependencies.graph.get(from).isList) continue;
        reported.add(name);
        const guess = reported.size <= guesses ? didYouMean(name, names) : '';
        const fact =
          on === toPlace
            ? `"${waiter?.label ?? from}" waits for "${to}", but no container has that name.`
            : `No container is called "${from}", which should wait for "${to}".`;
        yield { on, message: `${fact}${guess}`, help: helpFor(names, name) };
      }
    }
  },
});

/** Cloud Run calls a container without a name "" in an export, and `<service>-<number>` in a revision. */
function mayBeMadeUp(name: string, hasUnnamed: boolean): boolean {
  return name === '' || (hasUnnamed && /-\d+$/.test(name));
}

/** The names that there are, as far as they make a short sentence. */
function helpFor(names: readonly string[], unknown: string): string {
  const known = [...new Set(names)];
  if (known.length === 0) return `Give the container that is meant the name "${unknown}".`;
  return known.length > 5
    ? 'Write the name of a container of this instance.'
    : `Write ${quoteNames(known, 'or')}, or give another container the name "${unknown}".`;
}
