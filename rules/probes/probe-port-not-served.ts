import { template } from '../../src/examples.ts';
import { defineRule } from '../../src/rule.ts';

export default defineRule({
  id: 'probe-port-not-served',
  severity: 'warning',
  appliesTo: 'service',
  summary: 'The probe of a sidecar asks a port that another container serves.',
  why: 'The containers of an instance share one network, so a probe on the port of another container is answered, but by that one. It then says nothing of the sidecar: containers that wait for it start too early, or wait for the wrong one.',
  remedy: 'Write the port on which the sidecar itself answers.',
  references: [
    'https://cloud.google.com/run/docs/deploying#sidecars',
    'https://cloud.google.com/run/docs/configuring/healthchecks',
  ],
  bad: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
      #     ~~~~~ "shop" has port 8080.
          - name: search
            image: docker.io/acme/search:1.4.2
            startupProbe:
              httpGet:
                path: /healthz
                port: 8080
      #               ^^^^ The startup probe of "search" asks port 8080, on which "shop" answers. Write the port of "search".
    `,
    template`
      spec:
        containers:
          - name: proxy
            image: docker.io/acme/proxy:1.4.2
            ports: [{ containerPort: 9000 }]
          - name: shop
            image: docker.io/acme/shop:1.4.2
            env:
              - name: PORT
                value: "8080"
      #                ~~~~~~ "shop" has port 8080.
            startupProbe:
              tcpSocket:
                port: 8080
          - name: search
            image: docker.io/acme/search:1.4.2
            env:
              - name: PORT
                value: "8081"
            livenessProbe:
              httpGet:
                path: /healthz
                port: 8080
      #               ^^^^ The liveness probe of "search" asks port 8080, on which "shop" answers. Write the port of "search".
    `,
  ],
  good: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            livenessProbe:
              httpGet:
                path: /healthz
                port: 8002
          - name: search
            image: docker.io/acme/search:1.4.2
            startupProbe:
              httpGet:
                path: /healthz
                port: 8081
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: search
            image: docker.io/acme/search:1.4.2
            env:
              - name: PORT
                value: "9000"
            startupProbe:
              httpGet:
                path: /healthz
                port: "%SEARCH_PORT%"
            livenessProbe:
              httpGet:
                path: /healthz
                port: 9001
    `,
  ],
  *check(service) {
    const { containers, ingress } = service;
    if (containers.length < 2) return;
    const byPort = new Map(containers.map((container) => [statedPort(container), container]));
    for (const container of containers) {
      if (container === ingress || container.hasPorts) continue;
      const own = statedPort(container);
      for (const probe of container.probes) {
        const port = probe.port.value;
        if (port === undefined || port === own) continue;
        const other = byPort.get(port);
        if (!other) continue;
        const place = other.containerPort === port ? other.field.get('ports') : other.variable('PORT')!.place;
        yield {
          on: probe.port,
          message: `The ${probe.label} of "${container.label}" asks port ${port}, on which "${other.label}" answers. Write the port of "${container.label}".`,
          related: [{ on: place, message: `"${other.label}" has port ${port}.` }],
        };
      }
    }
  },
});

/** The port that a container is told to listen on: its container port, or its own variable PORT. */
function statedPort(container: {
  readonly containerPort: number | undefined;
  variable(name: string): { readonly value: string | undefined } | undefined;
}): number | undefined {
  const variable = container.variable('PORT')?.value;
  return container.containerPort ?? (variable && /^\d{1,5}$/.test(variable) ? Number(variable) : undefined);
}
