import { template } from '../../src/examples.ts';
import {
  beginningOf,
  defineRule,
  instanceOf,
  isDatabaseProxy,
  type Member,
  type Placed,
  say,
  setting,
  settingFor,
  type Text,
} from '../../src/rule-kit.ts';

export default defineRule({
  id: 'agent-probe-mismatch',
  severity: 'error',
  appliesTo: 'workload',
  needs: { mentions: ['startupProbe', 'livenessProbe', 'readinessProbe'] },
  summary: 'A probe asks an agent whose health check is off, or on another port.',
  why: `The agent does not listen where the probe asks, so the probe never succeeds: after its last attempt Cloud Run stops the instance, and the deploy fails.

Datadog's agents listen for health checks only if \`DD_HEALTH_PORT\` is set; its default is 0, which means off. Tailscale's image answers \`/healthz\` only with \`TS_ENABLE_HEALTH_CHECK=true\`, Fluent Bit only with its HTTP server switched on.`,
  remedy:
    'Switch the health check on and let the probe ask the same port, for instance `DD_HEALTH_PORT: "5555"` with `tcpSocket: { port: 5555 }`.',
  references: [
    'https://docs.datadoghq.com/serverless/google_cloud_run/containers/sidecar/',
    'https://tailscale.com/kb/1282/docker',
    'https://docs.fluentbit.io/manual/administration/monitoring',
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
          - name: datadog
            image: gcr.io/datadoghq/serverless-init:1
            startupProbe:
              tcpSocket:
                port: 5555
      #               ^^^^ The startup probe asks "datadog" on port 5555, but "DD_HEALTH_PORT" is not set, so nothing listens there.
            env:
              - name: DD_API_KEY
                valueFrom: { secretKeyRef: { name: datadog, key: "1" } }
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: datadog
            image: us-docker.pkg.dev/acme/dockerhub/datadog/serverless-init:1
            startupProbe:
              tcpSocket:
                port: 5555
      #               ^^^^ The startup probe asks "datadog" on port 5555, but "DD_HEALTH_PORT" is 12345.
            env:
              - name: DD_API_KEY
                valueFrom: { secretKeyRef: { name: datadog, key: "1" } }
              - name: DD_HEALTH_PORT
                value: "12345"
      #                ~~~~~~~ The port for health checks is set here.
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: tailscale
            image: docker.io/tailscale/tailscale:v1.78.1
            startupProbe:
              httpGet:
                path: /healthz
                port: 9002
      #               ^^^^ The startup probe asks "tailscale" on port 9002, but without "TS_ENABLE_HEALTH_CHECK=true" nothing listens there.
            env:
              - name: TS_AUTHKEY
                valueFrom: { secretKeyRef: { name: tailscale, key: "1" } }
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: logs
            image: docker.io/fluent/fluent-bit:3.2
            args: ["-i", "forward", "-o", "stdout", "-H", "-P", "2021"]
      #                                                         ~~~~~~ The port for health checks is set here.
            startupProbe: { httpGet: { path: /, port: 2020 } }
      #                                               ^^^^ The startup probe asks "logs" on port 2020, but "-P" is 2021.
    `,
  ],
  good: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: datadog
            image: gcr.io/datadoghq/serverless-init:1
            startupProbe:
              tcpSocket:
                port: 5555
            env:
              - name: DD_API_KEY
                valueFrom: { secretKeyRef: { name: datadog, key: "1" } }
              - name: DD_HEALTH_PORT
                value: "5555"
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: datadog
            image: gcr.io/datadoghq/serverless-init:1
            startupProbe:
              tcpSocket:
                port: 8126
            env:
              - name: DD_API_KEY
                valueFrom: { secretKeyRef: { name: datadog, key: "1" } }
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: tailscale
            image: docker.io/tailscale/tailscale:v1.78.1
            startupProbe:
              httpGet:
                path: /healthz
                port: 9002
            env:
              - name: TS_AUTHKEY
                valueFrom: { secretKeyRef: { name: tailscale, key: "1" } }
              - name: TS_ENABLE_HEALTH_CHECK
                value: "true"
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          # An image of the team's own may set DD_HEALTH_PORT.
          - name: datadog
            image: europe-west1-docker.pkg.dev/acme-prod/sidecars/datadog-agent:7
            env:
              - name: DD_API_KEY
                valueFrom: { secretKeyRef: { name: datadog, key: "1" } }
            startupProbe: { tcpSocket: { port: 5555 } }
    `,
  ],
  *check(workload) {
    for (const member of instanceOf(workload).members) {
      if (
        !member.isCertain ||
        member.product?.confidence !== 'source' ||
        isDatabaseProxy(member.role) ||
        member.settings.mayHideSome
      )
        continue;
      for (const { label, port } of member.container.probes) {
        const asked = port.value;
        if (asked === undefined || isServed(member, asked)) continue;
        const reason = whyNot(member, asked);
        if (reason === undefined) continue;
        yield {
          on: port,
          message: `The ${label} asks "${member.label}" on port ${asked}, but ${reason.text}`,
          help: reason.help,
          ...(reason.on && {
            related: [{ on: reason.on, message: reason.there ?? 'The port for health checks is set here.' }],
          }),
        };
      }
    }
  },
});

interface Reason {
  readonly text: string;
  readonly help: Text;
  readonly on?: Placed;
  /** What is there; the port for health checks where undefined. */
  readonly there?: string;
}

function isServed({ listeners }: Member, asked: number): boolean {
  return listeners.some(
    ({ port, source, udp }) => source !== 'probe' && !udp && (port === asked || port === undefined),
  );
}

/** Why nobody answers there, where the catalogue knows for certain; undefined where it does not. */
function whyNot(member: Member, asked: number): Reason | undefined {
  const { config, match, settings } = member;
  if (config === 'read') return whyNotByFile(member, asked);
  for (const { onlyWith, port, portFrom = [], purpose } of member.product?.listens ?? []) {
    if (purpose !== 'health') continue;
    const given = settings.first(portFrom);
    const moved =
      given?.value === undefined
        ? undefined
        : {
            text: `"${given.name}" is ${given.value}.`,
            help: `Ask port ${given.value}, or set "${given.name}" to "${asked}".`,
            on: given.on,
          };
    // A health check without a port of its own is there only if a setting names one.
    if (port === undefined && portFrom.length > 0) {
      if (given) return moved;
      // A configuration, or an image of someone's own, may name one as well.
      if (config === 'own' || !match.stock) return undefined;
      return {
        text: `"${portFrom[0]}" is not set, so nothing listens there.`,
        help: `Set "${portFrom[0]}" to "${asked}" in "${member.label}".`,
      };
    }
    if (port !== asked || config === 'own') continue;
    if (onlyWith && config === 'stock' && settings.isOn(onlyWith) === false) {
      const [flag] = onlyWith;
      return {
        text: flag ? `without "${flag}" nothing listens there.` : 'the configuration of its image opens no such port.',
        help: flag ? settingFor(member, flag) : `Open the port in a configuration of your own for "${member.label}".`,
      };
    }
    if (moved) return moved;
  }
  return undefined;
}

/** Why nobody answers there by the configuration that lies beside the manifest; undefined where that is not all known. */
function whyNotByFile(member: Member, asked: number): Reason | undefined {
  const { beside, listeners, listenersKnown, product } = member;
  const isAsked = product?.listens?.some(({ purpose }) => purpose === 'health');
  if (!listenersKnown || !isAsked) return undefined;
  const health = listeners.find(({ purpose }) => purpose === 'health');
  if (health?.port !== undefined) {
    return {
      text: `its health check is on port ${health.port}.`,
      help: say`Write ${setting('port', health.port)}, or give "health_check" the endpoint "0.0.0.0:${asked}".`,
      on: health.on,
    };
  }
  return {
    text: 'its configuration starts no health check.',
    help: `Describe "health_check" with the endpoint "0.0.0.0:${asked}", and name it in "extensions" of "service".`,
    on: beginningOf(beside!.configuration!.files[0]!.source),
    there: 'The configuration.',
  };
}
