import { manifest, template } from '../../src/examples.ts';
import { defineRule, fieldName, isStandIn, say } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'unsupported-port',
  severity: 'error',
  refused: true,
  appliesTo: 'served',
  needs: { mentions: ['ports'] },
  summary: 'A port has a name, protocol or number that Cloud Run does not take.',
  why: 'The name of a port is no label here: it chooses the protocol, `http1` or `h2c`, and Cloud Run refuses any other. It carries TCP alone, and the number must be a port.',
  remedy:
    'Delete `name`, or write `http1`; write `h2c` where the container speaks HTTP/2 without TLS, which gRPC needs. Delete `protocol`. Give a `containerPort` from 1 to 65535.',
  references: [
    'https://cloud.google.com/run/docs/reference/rest/v1/Container',
    'https://cloud.google.com/run/docs/container-contract#port',
  ],
  bad: [
    template`
      spec:
        containers:
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            ports:
              - name: web
      #               ^^^ The port of "web" is called "web", but Cloud Run knows only "http1" and "h2c".
                containerPort: 80800
      #                        ^^^^^ The port of "web" is 80800, but ports go from 1 to 65535.
    `,
    template`
      spec:
        containers:
          - name: syslog
            image: docker.io/fluent/fluent-bit:4.0.8
            ports:
              - containerPort: 5140
                protocol: UDP
      #                   ^^^ The port of "syslog" has the protocol "UDP", but Cloud Run carries only TCP.
    `,
    manifest`
      apiVersion: run.googleapis.com/v1
      kind: Instance
      metadata:
        name: shell
      spec:
        containers:
          - name: shell
            image: docker.io/acme/shell:1.4.2
            ports:
              - name: https
      #               ^^^^^ The port of "shell" is called "https", but Cloud Run knows only "http1" and "h2c".
                containerPort: 8443
    `,
  ],
  good: [
    template`
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - name: grpc
            image: europe-west1-docker.pkg.dev/acme-prod/shop/grpc:1.8.2
            ports:
              - name: h2c
                containerPort: 50051
                protocol: TCP
            resources: { limits: { cpu: "1", memory: 512Mi } }
    `,
    template`
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - name: CONTAINER_NAME
            image: IMAGE
            ports:
              - name: PROTOCOL
                containerPort: %PORT%
    `,
    template`
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            ports:
              - name: "%PROTOCOL%"
                containerPort: %PORT%
            resources: { limits: { cpu: "1", memory: 512Mi } }
    `,
  ],
  *check(service) {
    for (const container of service.containers) {
      for (const port of container.field.get('ports').items) {
        const its = `The port${container.after('of')}`;
        const name = port.get('name');
        if (name.value && !taken.has(name.value) && !isWordForLater(name.value)) {
          yield {
            on: name,
            message: `${its} is called "${name.value}", but Cloud Run knows only "http1" and "h2c".`,
            help: say`Remove ${fieldName('name')}. If the container speaks HTTP/2 without TLS, as for gRPC, write "h2c".`,
          };
        }
        const protocol = port.get('protocol');
        if (protocol.value && protocol.value.toUpperCase() !== 'TCP') {
          yield {
            on: protocol,
            message: `${its} has the protocol "${protocol.value}", but Cloud Run carries only TCP.`,
            help: say`Remove ${fieldName('protocol')}.`,
          };
        }
        const number = port.get('containerPort');
        if (number.value !== undefined && (number.value < 1 || number.value > 65535)) {
          yield {
            on: number,
            message: `${its} is ${number.value}, but ports go from 1 to 65535.`,
            help: 'Write a number from 1 to 65535.',
          };
        }
      }
    }
  },
});

const taken: ReadonlySet<string> = new Set(['http1', 'h2c']);

/** A word in capitals that is no name of a protocol, as templates have it: `PROTOCOL`. */
function isWordForLater(name: string): boolean {
  return isStandIn(name) && !/^(?:H2C|HTTPS?\d?|GRPC|TCP)$/.test(name);
}
