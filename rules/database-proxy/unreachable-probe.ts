import { template } from '../../src/examples.ts';
import { defineRule, instanceOf, isDatabaseProxy, type Listener, openToAll } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'unreachable-probe',
  severity: 'error',
  appliesTo: 'workload',
  needs: { mentions: ['startupProbe', 'livenessProbe', 'readinessProbe'] },
  summary: 'A probe asks a port on which the container listens for localhost only.',
  why: `Cloud Run's probes do not come from localhost, so a listener bound to \`127.0.0.1\` does not answer them: the probe fails until the deploy does, while the container's own log says that it is listening. Many sidecars bind localhost by default, among them the Cloud SQL and AlloyDB proxies (data port and health server), PGAdapter without \`-x\`, OpenTelemetry's \`health_check\` extension from release 0.104 on, Open Policy Agent from 1.0 on, and Grafana Alloy.`,
  remedy: `Bind the probed port to all addresses, \`--http-address=0.0.0.0\` for instance. It does not open the port to the world: only the ingress container's port can be reached from outside.`,
  help: false,
  references: [
    'https://github.com/GoogleCloudPlatform/pgadapter/tree/postgresql-dialect/samples/cloud-run',
    'https://github.com/GoogleCloudPlatform/opentelemetry-operations-collector/issues/264',
    'https://github.com/GoogleCloudPlatform/cloud-sql-proxy/blob/main/migration-guide.md',
    'https://cloud.google.com/run/docs/configuring/healthchecks',
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
            args: ["--port=5432", "acme-prod:europe-west1:orders"]
            startupProbe:
              tcpSocket:
                port: 5432
      #               ^^^^ "proxy" listens on port 5432 for localhost only, and Cloud Run's probes do not come from there. Set "--address" to "0.0.0.0".
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
              - --http-address=localhost
              - projects/acme-prod/locations/europe-west1/clusters/shop/instances/main
            startupProbe:
              httpGet:
                path: /startup
                port: 9090
      #               ^^^^ "alloydb" listens on port 9090 for localhost only, and Cloud Run's probes do not come from there. Set "--http-address" to "0.0.0.0".
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: policy
            image: docker.io/openpolicyagent/opa:1.0.0
            args: ["run", "--server"]
            startupProbe:
              httpGet:
                path: /health
                port: 8181
      #               ^^^^ "policy" listens on port 8181 for localhost only, and Cloud Run's probes do not come from there. Set "--addr" to "0.0.0.0:8181".
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: pgadapter
            image: gcr.io/cloud-spanner-pg-adapter/pgadapter:v0.41.0
            args: ["-p", "acme-prod", "-i", "orders", "-d", "shop"]
            startupProbe:
              tcpSocket:
                port: 5432
      #               ^^^^ "pgadapter" listens on port 5432 for localhost only, and Cloud Run's probes do not come from there. Add "-x".
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: proxy
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
            args: ["acme-prod:europe-west1:orders"]
            startupProbe: { tcpSocket: { port: 3306 } }
      #                                        ^^^^ "proxy" listens on port 3306 for localhost only, and Cloud Run's probes do not come from there. Set "--address" to "0.0.0.0".
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: proxy
            image: gcr.io/cloudsql-docker/gce-proxy:1.37.0
            command: ["/cloud_sql_proxy", "-instances=acme-prod:europe-west1:orders=tcp:5432"]
            startupProbe: { tcpSocket: { port: 5432 } }
      #                                        ^^^^ "proxy" listens on port 5432 for localhost only, and Cloud Run's probes do not come from there. Write "tcp:0.0.0.0:5432" in "-instances".
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: tailscale
            image: docker.io/tailscale/tailscale:v1.86.2
            command: [/bin/sh, -c]
            args: ["tailscaled --tun=userspace-networking --socks5-server=127.0.0.1:\${SOCKS_PORT} & tail -f /dev/null"]
            env: [{ name: SOCKS_PORT, value: "1055" }]
            startupProbe: { tcpSocket: { port: 1055 } }
      #                                        ^^^^ "tailscale" listens on port 1055 for localhost only, and Cloud Run's probes do not come from there. Set "--socks5-server" to "0.0.0.0:1055".
    `,
  ],
  good: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: tailscale
            image: docker.io/tailscale/tailscale:v1.86.2
            # No shell fills this in, so something else does.
            command: [tailscaled, --tun=userspace-networking, "--socks5-server=127.0.0.1:\${SOCKS_PORT}"]
            env: [{ name: SOCKS_PORT, value: "1055" }]
            startupProbe: { tcpSocket: { port: 1055 } }
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
            startupProbe: { httpGet: { path: /startup, port: 9090 } }
          - name: pgadapter
            image: gcr.io/cloud-spanner-pg-adapter/pgadapter:v0.41.0
            args: ["-p", "acme-prod", "-i", "orders", "-d", "shop", "-s", "5433", "-x"]
            startupProbe: { tcpSocket: { port: 5433 } }
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: policy
            image: docker.io/openpolicyagent/opa:0.70.0
            args: ["run", "--server"]
            startupProbe: { httpGet: { path: /health, port: 8181 } }
          - name: collector
            image: docker.io/otel/opentelemetry-collector-contrib:0.110.0
            volumeMounts: [{ name: config, mountPath: /etc/otelcol-contrib }]
            startupProbe: { httpGet: { path: /, port: 13133 } }
        volumes:
          - name: config
            secret: { secretName: collector }
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: collector
            image: docker.io/otel/opentelemetry-collector-contrib:0.140.0
            args:
              - --config=/etc/otelcol-contrib/config.yaml
              - --set=extensions.health_check.endpoint=0.0.0.0:13133
            startupProbe: { httpGet: { path: /, port: 13133 } }
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: pgadapter
            image: gcr.io/cloud-spanner-pg-adapter/pgadapter:v0.41.0
            args: ["-p acme-prod -i orders -d shop", "--server-port=5433 --disable-localhost-check-for-docker"]
            startupProbe: { tcpSocket: { port: 5433 } }
          # Behaves as it did before release 1.
          - name: policy
            image: docker.io/openpolicyagent/opa:1.4.2
            args: ["run", "--server", "--v0-compatible"]
            startupProbe: { httpGet: { path: /health, port: 8181 } }
    `,
  ],
  *check(workload) {
    for (const { connector, container, label, listeners } of instanceOf(workload).members) {
      for (const { handlers, port } of container.probes) {
        const asked = port.value;
        if (asked === undefined) continue;
        const isTcp = handlers[0] === 'tcpSocket';
        const here = listenersAt(listeners, asked, isTcp);
        const [listener] = here;
        if (!listener || here.some(({ certainty, reach }) => reach !== 'loopback' || certainty !== 'certain')) continue;
        // Where a proxy's data port is asked for a page, "health-check-off" says what to ask.
        if (!isTcp && listener.purpose === 'data' && connector) continue;
        yield {
          on: port,
          message: `"${label}" listens on port ${asked} for localhost only, and Cloud Run's probes do not come from there. ${openToAll(listener)}`,
          related: listener.source === 'file' ? [{ on: listener.on, message: 'It listens here.' }] : [],
        };
      }
    }
  },
});

/**
 * The container's listeners at a port. Where there are none, and a database decides which port the proxy opens, that is
 * the one that a TCP probe can be meant for.
 */
function listenersAt(listeners: readonly Listener[], asked: number, isTcp: boolean): readonly Listener[] {
  const open = listeners.filter(({ source, udp }) => !udp && source !== 'probe');
  const here = open.filter(({ port }) => port === asked);
  if (here.length > 0 || !isTcp) return here;
  return open.filter(({ member, port, purpose }) => {
    return port === undefined && purpose === 'data' && isDatabaseProxy(member.role);
  });
}
