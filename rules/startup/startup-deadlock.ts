import { template } from '../../src/examples.ts';
import { defineRule, instanceOf } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'startup-deadlock',
  severity: 'error',
  appliesTo: 'service',
  needs: { mentions: ['run.googleapis.com/container-dependencies'], sidecars: true },
  summary: 'A startup probe asks the port of a container that waits for its success.',
  why: 'A container starts once the startup probes of all that it waits for have succeeded. Where such a probe asks the port of the waiting container, nobody answers there yet, so both wait for each other until Cloud Run gives up.',
  remedy: 'Write the port on which the container itself answers, or delete the other from its waiters.',
  help: false,
  references: [
    'https://cloud.google.com/run/docs/configuring/services/containers#container-ordering',
    'https://cloud.google.com/run/docs/configuring/healthchecks',
    'https://cloud.google.com/run/docs/troubleshooting',
  ],
  predicts: 'The user-provided container failed the configured startup probe checks.',
  predictsAlike: true,
  bad: [
    template`
      metadata:
        annotations:
          run.googleapis.com/container-dependencies: '{"shop":["search"]}'
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 3000 }]
      #     ~~~~~ "shop" has port 3000.
          - name: search
            image: docker.io/acme/search:1.4.2
            startupProbe: { httpGet: { path: /, port: 3000 } }
      #                                               ^^^^ The startup probe of "search" asks port 3000 of "shop", which starts only after it succeeds. Write the port of "search".
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/container-dependencies: '{"shop":["cache"],"cache":["search"]}'
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{}]
      #     ~~~~~ "shop" has port 8080.
          - name: cache
            image: docker.io/library/redis:7.4
            startupProbe: { tcpSocket: { port: 6379 } }
          - name: search
            image: docker.io/acme/search:1.4.2
            startupProbe: { tcpSocket: { port: 8080 } }
      #                                        ^^^^ The startup probe of "search" asks port 8080 of "shop", which starts only after it succeeds. Write the port of "search".
    `,
  ],
  good: [
    template`
      metadata:
        annotations:
          run.googleapis.com/container-dependencies: '{"search":["shop"]}'
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 3000 }]
            startupProbe: { tcpSocket: { port: 3000 } }
          - name: search
            image: docker.io/acme/search:1.4.2
            startupProbe: { httpGet: { path: /, port: 3000 } }
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/container-dependencies: '{"shop":["search"]}'
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 3000 }]
            livenessProbe: { httpGet: { path: /healthz, port: 3001 } }
          - name: search
            image: docker.io/acme/search:1.4.2
            startupProbe: { tcpSocket: { port: 3001 } }
            livenessProbe: { httpGet: { path: /, port: 3000 } }
    `,
  ],
  *check(service) {
    const { ingress, dependencies } = service;
    const port = ingress?.containerPort;
    if (ingress === undefined || port === undefined) return;
    for (const { container, listeners } of instanceOf(service).members) {
      const asked = container.startupProbe.port;
      if (asked.value !== port || !dependencies.waitsFor(ingress, container)) continue;
      // What serves the port itself is in the way of the other: port-collision tells that.
      if (listeners.some((listener) => listener.port === port && listener.certainty === 'certain')) continue;
      yield {
        on: asked,
        message: `The startup probe of "${container.label}" asks port ${port} of "${ingress.label}", which starts only after it succeeds. Write the port of "${container.label}".`,
        related: [{ on: ingress.field.get('ports'), message: `"${ingress.label}" has port ${port}.` }],
      };
    }
  },
});
