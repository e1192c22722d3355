import { template } from '../../src/examples.ts';
import { configFor, defineRule, frontProxyOf, instanceOf, isMonitoring, type Member } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'stock-config',
  severity: 'warning',
  appliesTo: 'workload',
  summary: 'A sidecar uses the example configuration of its image.',
  why: 'The images of many products carry a configuration, so that they start without one of yours. That of the OpenTelemetry Collector has one exporter, the one for debugging: spans and metrics arrive, are printed to its log, and reach no backend. That of Vector makes up log lines. That of Envoy passes every request on to www.envoyproxy.io. The container is up and its probes succeed, so that only the missing data shows it.',
  remedy: `Store a configuration in Secret Manager and mount it where the product reads it, for instance \`/etc/otelcol-contrib\` with an item whose \`path\` is \`config.yaml\`, or name it in the arguments: \`--config=/etc/collector/config.yaml\`, \`--config=env:COLLECTOR_CONFIG\`.

A configuration that is built into an image of your own is not seen here, and no such image is reported.`,
  references: [
    'https://github.com/open-telemetry/opentelemetry-collector-releases/blob/main/distributions/otelcol/config.yaml',
    'https://cloud.google.com/stackdriver/docs/instrumentation/opentelemetry-collector-cloud-run',
    'https://github.com/vectordotdev/vector/blob/master/config/vector.yaml',
    'https://www.envoyproxy.io/docs/envoy/latest/start/docker',
  ],
  bad: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: collector
            image: docker.io/otel/opentelemetry-collector-contrib:0.136.0
      #            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "collector" runs on the configuration of its image, which prints what it receives to its log and sends it nowhere.
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: vector
            image: docker.io/timberio/vector:0.50.0-alpine
      #            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "vector" runs on the configuration of its image, which makes up log lines for a demonstration and prints them.
    `,
    template`
      spec:
        containers:
          - name: edge
            image: docker.io/envoyproxy/envoy:v1.34.4
      #            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "edge" runs on the configuration of its image, which is a demonstration that passes every request on to www.envoyproxy.io.
            ports: [{ containerPort: 10000 }]
          - name: shop
            image: docker.io/acme/shop:1.4.2
            env: [{ name: PORT, value: "8081" }]
    `,
  ],
  good: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: collector
            image: docker.io/otel/opentelemetry-collector-contrib:0.136.0
            volumeMounts: [{ name: config, mountPath: /etc/otelcol-contrib }]
        volumes:
          - name: config
            secret: { secretName: collector, items: [{ key: "4", path: config.yaml }] }
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          # Built on the makers' image, with a configuration of our own.
          - name: collector
            image: europe-west1-docker.pkg.dev/acme-prod/sidecars/opentelemetry-collector-contrib:7
          - name: google-collector
            image: us-docker.pkg.dev/cloud-ops-agents-artifacts/google-cloud-opentelemetry-collector/otelcol-google:0.137.0
            args: ["--config=env:COLLECTOR_CONFIG"]
            env:
              - name: COLLECTOR_CONFIG
                valueFrom: { secretKeyRef: { name: collector, key: "4" } }
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          # Several are merged.
          - name: collector
            image: docker.io/otel/opentelemetry-collector-contrib:0.140.0
            args: ["--config=env:COLLECTOR_CONFIG", "--config=/etc/otelcol-contrib/config.yaml"]
            env:
              - name: COLLECTOR_CONFIG
                valueFrom: { secretKeyRef: { name: collector, key: "4" } }
    `,
  ],
  *check(workload) {
    const instance = instanceOf(workload);
    for (const member of instance.members) {
      const stock = member.product?.config?.stock;
      if (stock === undefined || member.config !== 'stock' || !member.isCertain) continue;
      if (!(isMonitoring(member.role) ? bringsNoConfig(member) : isInFrontOnly(member, frontProxyOf(instance))))
        continue;
      yield {
        on: member.place,
        message: `"${member.label}" runs on the configuration of its image, which ${stock}.`,
        help: configFor(member),
      };
    }
  },
});

/** Whether no volume is there that was meant to hold a configuration; where it is mounted is another rule's finding. */
function bringsNoConfig({ container }: Member): boolean {
  return container.mounts.every(({ volume }) => volume?.isMemory);
}

/** Whether it takes the requests, on the port of its own configuration, and serves no files of the team's own. */
function isInFrontOnly(member: Member, proxy: Member | undefined): boolean {
  const { container, listeners } = member;
  return (
    member === proxy && container.mounts.length === 0 && listeners.some(({ port }) => port === container.containerPort)
  );
}
