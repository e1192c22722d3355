import { type Example, template } from '../../../src/examples.ts';

/** A service beside which this container runs. */
function beside(container: string): Example {
  return template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
        - { ${container} }
  `;
}

const key = '{ name: DD_API_KEY, valueFrom: { secretKeyRef: { name: datadog, key: "1" } } }';
const datadog = `name: datadog, image: "gcr.io/datadoghq/agent:7"`;
const gmp =
  'name: scraper, image: "us-docker.pkg.dev/cloud-ops-agents-artifacts/cloud-run-gmp-sidecar/cloud-run-gmp-sidecar:1.2.0"';
const pcap = 'name: pcap, image: "us-central1-docker.pkg.dev/pcap-sidecar/pcap-sidecar/pcap-sidecar:v1.0.0"';

export default [
  // An image that may be anything, and arguments that nobody knows.
  beside(
    'name: datadog, image: "docker.io/acme/telemetry:7", env: [{ name: DD_HEALTH_PORT, value: "5555" }], startupProbe: { grpc: { port: 5555 } }',
  ),
  beside(
    `name: tailscale, image: "docker.io/tailscale/tailscale:v1.78.1", args: ["\${ARGS}"], env: [{ name: TS_ENABLE_HEALTH_CHECK, value: "true" }], startupProbe: { grpc: { port: 9002 } }`,
  ),
  // A database proxy has rules of its own.
  beside(
    'name: proxy, image: "gcr.io/alloydb-connectors/alloydb-auth-proxy:1.13.3", args: ["--health-check", "--http-address=0.0.0.0", "projects/acme-prod/locations/europe-west1/clusters/shop/instances/main"], startupProbe: { grpc: { port: 9090 } }',
  ),
  // The pages that are there, a connection alone, and a page that may be there.
  beside(`${gmp}, startupProbe: { httpGet: { path: /liveness, port: 13133 } }`),
  beside(`${gmp}, startupProbe: { tcpSocket: { port: 13133 } }`),
  beside(
    'name: tailscale, image: "docker.io/tailscale/tailscale:v1.78.1", env: [{ name: TS_ENABLE_HEALTH_CHECK, value: "true" }], startupProbe: { httpGet: { path: /metrics, port: 9002 } }',
  ),
  // Another port is asked than that for health checks: OTLP over gRPC, or what passes gRPC on.
  beside(
    `${datadog}, env: [${key}, { name: DD_HEALTH_PORT, value: "5555" }, { name: DD_OTLP_CONFIG_RECEIVER_PROTOCOLS_GRPC_ENDPOINT, value: "0.0.0.0:4317" }], startupProbe: { grpc: { port: 4317 } }`,
  ),
  beside(
    'name: opa, image: "docker.io/openpolicyagent/opa:1.0.0", args: ["run", "--server", "--addr=0.0.0.0:8181"], startupProbe: { grpc: { port: 8181 } }',
  ),
  // Two ports that are filled in before the deploy need not be the same.
  beside(
    `${datadog}, env: [${key}, { name: DD_HEALTH_PORT, value: "\${HEALTH_PORT}" }], startupProbe: { grpc: { port: "\${OTLP_PORT}" } }`,
  ),
  // What it says there is not HTTP.
  beside(`${pcap}, startupProbe: { grpc: { port: 12345 } }`),
];

export const equivalent = {
  "product?.confidence !== 'source' -> false":
    'What the catalogue says of a health check has its source in each product today.',
};
