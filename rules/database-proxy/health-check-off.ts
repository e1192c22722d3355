import { template } from '../../src/examples.ts';
import { defineRule, fieldName, instanceOf, type Member, say, type Text } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'health-check-off',
  severity: 'error',
  appliesTo: 'workload',
  needs: { mentions: ['startupProbe', 'livenessProbe', 'readinessProbe'] },
  summary: "A probe asks for a database proxy's health where it does not answer.",
  why: `The Cloud SQL and AlloyDB proxies answer \`/startup\`, \`/liveness\` and \`/readiness\` only with \`--health-check\`, on \`--http-port\` (9090 by default). Without the flag, on another port, over gRPC or for another page, such as \`/\` or \`/healthz\`, the probe never succeeds and the deploy fails.`,
  remedy:
    'Start the proxy with `--health-check --http-address=0.0.0.0` and let the probe ask `httpGet: { path: /startup, port: 9090 }`.',
  references: [
    'https://github.com/GoogleCloudPlatform/cloud-sql-proxy#configuring-health-checks',
    'https://github.com/GoogleCloudPlatform/cloud-sql-proxy/tree/main/examples/k8s-health-check',
    'https://github.com/GoogleCloudPlatform/alloydb-auth-proxy',
  ],
  predicts: 'The user-provided container failed the configured startup probe checks.',
  bad: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: proxy
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
            args: ["--port=5432", "--http-address=0.0.0.0", "acme-prod:europe-west1:orders"]
            startupProbe:
              httpGet:
                path: /startup
                port: 9090
      #               ^^^^ The startup probe asks "proxy" on port 9090, but without "--health-check" it does not answer there.
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: alloydb
            image: gcr.io/alloydb-connectors/alloydb-auth-proxy:1.13.0
            args:
              - --health-check
              - --http-address=0.0.0.0
              - --http-port=9801
              - projects/acme-prod/locations/europe-west1/clusters/shop/instances/main
            startupProbe:
              httpGet:
                path: /startup
                port: 9090
      #               ^^^^ The startup probe asks "alloydb" on port 9090, but its health checks are on port 9801.
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: proxy
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
            args: ["--port=5432", "--prometheus", "--http-address=0.0.0.0", "acme-prod:europe-west1:orders"]
            livenessProbe:
              httpGet:
                path: /liveness
                port: 9090
      #               ^^^^ The liveness probe asks "proxy" on port 9090, but without "--health-check" it does not answer there.
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: alloydb
            image: gcr.io/alloydb-connectors/alloydb-auth-proxy:1.13.0
            args: ["--health-check", "--http-address=0.0.0.0", "projects/acme-prod/locations/europe-west1/clusters/shop/instances/main"]
            startupProbe:
              httpGet:
                path: /healthz
                port: 9090
      #               ^^^^ The startup probe asks "alloydb" on port 9090, but it has no page "/healthz" there.
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: proxy
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
            args: ["--port=5432", "--health-check", "--http-address=0.0.0.0", "acme-prod:europe-west1:orders"]
            startupProbe: { grpc: { port: 9090 } }
      #                                   ^^^^ The startup probe asks "proxy" on port 9090, but it speaks no gRPC.
          - name: other
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
            args: ["--port=5433", "--address=0.0.0.0", "acme-prod:europe-west1:stock"]
            startupProbe: { httpGet: { port: 5433 } }
      #                                      ^^^^ The startup probe asks "other" on port 5433, but its health checks are on port 9090, and only with "--health-check".
    `,
  ],
  good: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: proxy
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
            env:
              - { name: CSQL_PROXY_HEALTH_CHECK, value: "true" }
              - { name: CSQL_PROXY_HTTP_ADDRESS, value: 0.0.0.0 }
              - { name: CSQL_PROXY_HTTP_PORT, value: "9801" }
            args: ["--port=5432", "acme-prod:europe-west1:orders"]
            startupProbe: { httpGet: { path: /startup, port: 9801 } }
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: proxy
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
            args: ["--address=0.0.0.0", "acme-prod:europe-west1:orders"]
            startupProbe: { tcpSocket: { port: 5432 } }
          - name: alloydb
            image: gcr.io/alloydb-connectors/alloydb-auth-proxy:1.13.0
            args: ["--config-file=/config/proxy.toml"]
            startupProbe: { httpGet: { path: /startup, port: 9090 } }
            volumeMounts: [{ name: config, mountPath: /config }]
        volumes:
          - name: config
            secret: { secretName: alloydb-proxy }
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          # What the script gives the proxy is not seen here.
          - name: proxy
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1-alpine
            command: ["/bin/sh", "/scripts/start.sh"]
            startupProbe: { httpGet: { path: /startup, port: 9090 } }
            volumeMounts: [{ name: scripts, mountPath: /scripts }]
        volumes:
          - name: scripts
            secret: { secretName: proxy-scripts, items: [{ key: "1", path: start.sh }] }
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: proxy
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
            args: ["--port=5432", "--prometheus", "--http-address=0.0.0.0", "acme-prod:europe-west1:orders"]
            startupProbe: { tcpSocket: { port: 9090 } }
          # The image may switch its health checks on by itself.
          - name: built
            image: europe-west1-docker.pkg.dev/acme-prod/sidecars/alloydb-auth-proxy:7
            startupProbe: { httpGet: { path: /startup, port: 9090 } }
    `,
  ],
  *check(workload) {
    for (const member of instanceOf(workload).members) {
      const prefix = member.connector?.variablePrefix;
      if (prefix === undefined || !member.isCertain || member.settings.mayHideSome || member.config === 'own') continue;
      if (member.mayBringSettings) continue;
      for (const { handlers, label, port, path } of member.container.probes) {
        const asked = port.value;
        if (asked === undefined || isForOther(member, asked, handlers[0])) continue;
        const fault = handlers[0] === 'grpc' ? noGrpc : findFault(member, prefix, asked, path);
        if (fault) {
          const { complaint, help } = fault;
          yield { on: port, message: `The ${label} asks "${member.label}" on port ${asked}, but ${complaint}`, help };
        }
      }
    }
  },
});

/** What is wrong with a probe, as the end of a sentence, and what to write. */
interface Fault {
  readonly complaint: string;
  readonly help: Text;
}

const noGrpc: Fault = {
  complaint: 'it speaks no gRPC.',
  help: say`Ask "/startup" with ${fieldName('httpGet')} on the port of its health checks.`,
};

/** What is wrong with asking for the proxy's health there; undefined where nothing is, or it cannot be told. */
function findFault(member: Member, prefix: string, asked: number, path: string | undefined): Fault | undefined {
  const { settings } = member;
  const isOn = settings.isOn(['--health-check', `${prefix}HEALTH_CHECK`]);
  const given = settings.first(['--http-port', `${prefix}HTTP_PORT`]);
  const serves = given ? given.value : '9090';
  if (isOn === undefined || serves === undefined) return undefined;
  if (isOn) {
    if (serves !== String(asked)) {
      return { complaint: `its health checks are on port ${serves}.`, help: `Ask port ${serves}.` };
    }
    if (path === undefined || pages.test(path)) return undefined;
    return { complaint: `it has no page "${path}" there.`, help: 'Ask for "/startup", "/liveness" or "/readiness".' };
  }
  const turnOn = `Add "--health-check" and "--http-address=0.0.0.0" to "${member.label}"`;
  if (serves !== String(asked)) {
    return {
      complaint: `its health checks are on port ${serves}, and only with "--health-check".`,
      help: `${turnOn}, and ask port ${serves}.`,
    };
  }
  const hasMetrics = settings.isOn(['--prometheus', `${prefix}PROMETHEUS`]) !== false;
  if (hasMetrics && path === '/metrics') return undefined;
  return { complaint: 'without "--health-check" it does not answer there.', help: `${turnOn}.` };
}

/** What the connectors' proxies answer when health checks are on (or metrics); their servers know no other page. */
const pages = /^\/?(?:startup|liveness|readiness|metrics)(?:[?#]|$)/;

/**
 * Whether the probe asks for something else than health: a TCP probe for any port that is open, or may be, of unknown
 * ones too; and whatever asks the server for operators, which is another rule's finding.
 */
function isForOther({ listeners }: Member, asked: number, handler: string | undefined): boolean {
  return listeners.some(({ port, purpose, source }) => {
    if (source === 'probe') return false;
    if (port === asked && purpose === 'admin') return true;
    return handler === 'tcpSocket' && (port === asked || (port === undefined && purpose === 'data'));
  });
}
