import { template } from '../../src/examples.ts';
import {
  defineRule,
  didYouMean,
  type HelpfulFinding,
  instanceOf,
  isLoopback,
  isStandIn,
  means,
  type Workload,
} from '../../src/rule-kit.ts';

export default defineRule({
  id: 'unknown-host',
  severity: 'warning',
  appliesTo: 'workload',
  needs: { mentions: ['env', 'args', 'command'], wholeText: true },
  summary: 'A container calls a host by a name that only Docker, Kubernetes or another instance knows.',
  why: 'In Docker Compose and in Kubernetes a service is found by a bare name such as `db` or `redis`. On Cloud Run such a name is known only if it is that of a container of the same instance; any other cannot be resolved, and the call fails. So it is with `host.docker.internal`, and with `NAME.NAMESPACE.svc.cluster.local` unless a VPC network resolves it.',
  remedy:
    'For a container of this instance write `localhost`, or its `name`. For anything else write the whole host name or the address: the URL of another Cloud Run service, the private IP of a database, a name in Cloud DNS.',
  references: [
    'https://cloud.google.com/run/docs/deploying#sidecars',
    'https://github.com/steren/cloud-run-multi-container-communication',
  ],
  bad: [
    template`
      spec:
        containers:
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            ports: [{ containerPort: 8080 }]
            env:
              - name: DATABASE_URL
                value: postgres://shop@db:5432/shop
      #                                ^^^^^^^ No container is called "db", so "DATABASE_URL" of "web" names a host that cannot be found.
          - name: cloud-sql-proxy
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.16.0
            args: ["--port=5432", "acme-prod:europe-west1:shop"]
    `,
    template`
      spec:
        containers:
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            ports: [{ containerPort: 8080 }]
            env: [{ name: OTEL_EXPORTER_OTLP_ENDPOINT, value: "http://colector:4318" }]
      #                                                               ^^^^^^^^^^^^^ No container is called "colector", so "OTEL_EXPORTER_OTLP_ENDPOINT" of "web" names a host that cannot be found. Did you mean "collector"?
          - name: collector
            image: docker.io/otel/opentelemetry-collector-contrib:0.128.0
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/startup-cpu-boost: "true"
      spec:
        containers:
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            env:
              - { name: SEARCH_URL, value: "http://host.docker.internal:9200" }
      #                                            ^^^^^^^^^^^^^^^^^^^^ "host.docker.internal" in "web" is a name that Docker resolves, on one machine. Cloud Run cannot find it.
              - { name: ORDERS_URL, value: "http://orders.shop.svc.cluster.local" }
      #                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "orders.shop.svc.cluster.local" in "web" is a name that a Kubernetes cluster resolves, for its own pods. Cloud Run cannot find it.
    `,
  ],
  good: [
    template`
      metadata:
        annotations:
          run.googleapis.com/network-interfaces: '[{"network":"default","subnetwork":"default"}]'
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            env:
              # The network may have a zone for it.
              - { name: ORDERS_URL, value: "http://orders.shop.svc.cluster.local" }
              - { name: ALLOWED_HOSTS, value: "localhost,host.docker.internal" }
            resources: { limits: { cpu: "1", memory: 512Mi } }
    `,
    template`
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            ports: [{ containerPort: 8080 }]
            env:
              - { name: CACHE_HOST, value: cache }
              - { name: DATABASE_URL, value: "postgres://shop@10.1.2.3:5432/shop" }
              - { name: SEARCH_URL, value: "https://search-abc123-ew.a.run.app" }
              - { name: QUEUE_HOST, value: queue.acme.internal }
            resources: { limits: { cpu: "1", memory: 512Mi } }
          - name: cache
            image: docker.io/library/redis:8.2.1
            # The name that the agent reports under, which nobody calls.
            env: [{ name: DD_HOSTNAME, value: shop-cache }]
            resources: { limits: { cpu: 500m, memory: 256Mi } }
    `,
    template`
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            ports: [{ containerPort: 8080 }]
            # Filled in before the deploy, and the sidecar's name, too.
            env: [{ name: DB_HOST, value: "%DB_HOST%" }, { name: REDIS_HOST, value: cache }]
            resources: { limits: { cpu: "1", memory: 512Mi } }
          - name: \${CACHE_NAME}
            image: docker.io/library/redis:8.2.1
            resources: { limits: { cpu: 500m, memory: 256Mi } }
    `,
    template`
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            # How others call it, what it is labelled with, and a blog's name: nobody calls these.
            args: ["--public-url=http://shop/", "--label", "host=blue"]
            env:
              - { name: APP_URL, value: "http://shop/" }
              - { name: LOG_TAGS, value: "team=shop host=blue" }
              - { name: GHOST, value: casper }
            resources: { limits: { cpu: "1", memory: 512Mi } }
    `,
  ],
  *check(workload) {
    yield* namesOfOthers(workload);
    const instance = instanceOf(workload);
    if (!instance.namesKnown) return;
    const names = instance.members.flatMap(({ container }) => container.name ?? []);
    for (const { host, hostOn, member, name } of instance.dials) {
      if (isLoopback(host) || instance.named(host) || isStandIn(host) || isElsewhere(host)) continue;
      if (means(name, 'perhaps-own')) continue;
      yield {
        on: hostOn,
        message: `No container is called "${host}", so "${name}"${member.container.after('of')} names a host that cannot be found.${didYouMean(host, names)}`,
        help: 'For a container of this instance write "localhost" or its name. For others write the whole host name or the address.',
      };
    }
  },
});

/** Names by which Docker's and Podman's own resolvers call the machine that a container runs on. */
const machine = /(?<![\w.-])(?:host|gateway)\.(?:docker|containers)\.internal(?![\w.-])/;

/** The name of a service inside a Kubernetes cluster, which a VPC network may resolve with a zone made for it. */
const inCluster =
  /(?<![\w.-])[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.svc(?:\.cluster\.local)?(?![\w.-])/;

/** Whole names that something else than Cloud Run resolves. */
function* namesOfOthers({ containers, vpcAccess }: Workload): Generator<HelpfulFinding> {
  for (const container of containers) {
    const lists = new Set(
      container.env.filter(({ name }) => means(name ?? '', 'allowed')).map(({ field }) => field.get('value')),
    );
    for (const field of container.texts) {
      if (field.text === undefined || lists.has(field) || !/docker|containers|\.svc/.test(field.text)) continue;
      const own = machine.exec(field.text);
      const found = own ?? (vpcAccess.exists === false ? inCluster.exec(field.text) : null);
      if (!found) continue;
      const [host] = found;
      const where = own ? 'Docker resolves, on one machine' : 'a Kubernetes cluster resolves, for its own pods';
      yield {
        on: field.part(found.index, found.index + host.length),
        message: `"${host}"${container.after('in')} is a name that ${where}. Cloud Run cannot find it.`,
        help: 'For a container of this instance write "localhost" or its name. For others write the whole host name or the address.',
      };
    }
  }
}

/** Words of which people make up a stand-in: `endpoint-of-search`, `your-host`. */
const standIn =
  /(?:^|[-_])(?:of|the|my|your|todo|change|changeme|replace|placeholder|example|x{3,}|host|hostname)(?![^-_])/i;

/** Words that are no hosts: switches, and the absence of a value. */
const noHost = /^(?:true|false|yes|no|on|off|none|null|default|auto)$/i;

/** The metadata server answers to its short name, too; a stand-in is to become something else. */
function isElsewhere(host: string): boolean {
  return host.toLowerCase() === 'metadata' || noHost.test(host) || standIn.test(host);
}
