import { type Example, template } from '../../../src/examples.ts';

/** A collector beside the shop. */
function beside(collector: string): Example {
  return template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
        - { ${collector} }
  `;
}

const nrdot = 'name: collector, image: "docker.io/newrelic/nrdot-collector:1.2.0"';

export default [
  // A proxy in front of the application is no agent, wherever it sends requests.
  beside(
    'name: caddy, image: "docker.io/library/caddy:2.10.2", args: ["caddy", "reverse-proxy", "--from", ":8081", "--to", "localhost:8081"]',
  ),
  // Where the shop listens, nothing goes round.
  beside(`${nrdot}, env: [{ name: OTEL_EXPORTER_OTLP_ENDPOINT, value: "http://localhost:8080" }]`),
  // An image of the team's own may have moved the receivers.
  beside(
    'name: collector, image: "europe-west1-docker.pkg.dev/acme-prod/sidecars/nrdot-collector:1", env: [{ name: OTEL_EXPORTER_OTLP_ENDPOINT, value: "http://localhost:4317" }]',
  ),
  // Another variable than the one for the backend: whom the collector asks for its health, it does not send data.
  beside(`${nrdot}, env: [{ name: COLLECTOR_HEALTH_URL, value: "http://localhost:13133" }]`),
  beside(`${nrdot}, env: [{ name: OTLP_RECEIVER_ADDRESS, value: "localhost:4317" }]`),
];

export const equivalent = {
  "certainty !== 'certain' -> false": 'The variable for the backend is meant for nothing else.',
  'needs.sidecars -> left out': 'Only saves time: nobody deploys a collector alone.',
};
