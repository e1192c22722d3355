import { template } from '../../src/examples.ts';
import { defineRule, type Finding, instanceOf, type Service, type Workload } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'tls-port',
  severity: 'warning',
  appliesTo: 'served',
  needs: { mentions: ['ports'] },
  summary: 'The ingress container takes requests on port 443, or with TLS, but Cloud Run speaks plain HTTP to it.',
  why: 'Cloud Run ends TLS itself and speaks plain HTTP to the container. A server that expects TLS, as one on 443 usually does, answers none of its requests.',
  remedy: 'Let the server speak plain HTTP on another port, such as 8080, and write that as `containerPort`.',
  help: false,
  references: [
    'https://cloud.google.com/run/docs/container-contract#port',
    'https://cloud.google.com/run/docs/container-contract#tls',
  ],
  bad: [
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            ports:
              - containerPort: 443
      #                        ^^^ Port 443 gets plain HTTP from Cloud Run, not TLS. Choose another port.
    `,
    template`
      spec:
        containers:
          - name: proxy
            image: docker.io/library/nginx:1.29
            ports:
              - name: h2c
                containerPort: 443
      #                        ^^^ Port 443 of "proxy" gets plain HTTP from Cloud Run, not TLS. Choose another port.
          - name: shop
            image: docker.io/acme/shop:1.4.2
    `,
  ],
  good: [
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            ports:
              - containerPort: 8443
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports:
              - containerPort: 8080
            env:
              - name: UPSTREAM_PORT
                value: "443"
          - name: search
            image: docker.io/acme/search:1.4.2
    `,
  ],
  *check(service) {
    for (const container of service.containers) {
      for (const port of container.field.get('ports').items) {
        const number = port.get('containerPort');
        if (number.value !== 443) continue;
        yield {
          on: number,
          message: `Port 443${container.after('of')} gets plain HTTP from Cloud Run, not TLS. Choose another port.`,
        };
      }
    }
    yield* byConfiguration(service);
  },
});

/** What the configuration of the container, which lies beside the manifest, says of the port that takes the requests. */
function* byConfiguration(service: Service | Workload): Iterable<Finding> {
  const { ingress } = service;
  const asked = ingress?.containerPort;
  if (asked === undefined) return;
  const { label, listeners } = instanceOf(service).of(ingress!);
  const here = listeners.filter(({ port, source }) => source === 'file' && port === asked);
  const [listener] = here;
  if (listener && here.every(({ protocol }) => protocol === 'https')) {
    yield {
      on: listener.on,
      message: `Port ${asked} of "${label}" expects TLS here, but gets plain HTTP from Cloud Run.`,
      related: [{ on: ingress!.field, message: 'Cloud Run sends requests to this container.' }],
    };
  }
}
