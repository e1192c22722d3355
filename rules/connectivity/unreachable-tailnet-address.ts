import { template } from '../../src/examples.ts';
import { defineRule, type HelpfulFinding, instanceOf, type Member, means } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'unreachable-tailnet-address',
  severity: 'warning',
  appliesTo: 'workload',
  needs: { sidecars: true, wholeText: true },
  summary: 'A container calls an address of a tailnet directly, though Tailscale runs in userspace mode.',
  why: 'In userspace mode, the default of its image, Tailscale adds no network to the instance: an address such as `100.101.102.103` has no route, and the call ends in a timeout. It carries only what is sent to its SOCKS5 or HTTP proxy.',
  remedy:
    'Set `TS_SOCKS5_SERVER: localhost:1055` on Tailscale, and let the application send through it: `ALL_PROXY: socks5h://localhost:1055` for libraries that read it, or a forwarder such as `socat` for those that do not.',
  references: [
    'https://tailscale.com/kb/1112/userspace-networking',
    'https://tailscale.com/kb/1108/cloud-run',
    'https://tailscale.com/kb/1015/100.x-addresses',
  ],
  bad: [
    template`
      spec:
        containers:
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            ports: [{ containerPort: 8080 }]
            env: [{ name: DATABASE_URL, value: "postgres://shop@100.101.102.103:5432/shop" }]
      #                                                         ^^^^^^^^^^^^^^^ "DATABASE_URL" sends "web" to 100.101.102.103, but "tailscale" carries only what is sent to its SOCKS5 or HTTP proxy.
          - name: tailscale
      #           ~~~~~~~~~ It runs in userspace mode.
            image: docker.io/tailscale/tailscale:v1.86.2
            env: [{ name: TS_STATE_DIR, value: "mem:" }]
    `,
  ],
  good: [
    template`
      spec:
        containers:
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            ports: [{ containerPort: 8080 }]
            env:
              - { name: ORDERS_URL, value: "http://100.101.102.103:8000" }
              - { name: HTTP_PROXY, value: "http://localhost:1055" }
          - name: tailscale
            image: docker.io/tailscale/tailscale:v1.86.2
            env: [{ name: TS_OUTBOUND_HTTP_PROXY_LISTEN, value: ":1055" }]
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/network-interfaces: '[{"network":"default","subnetwork":"default"}]'
      spec:
        containers:
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            ports: [{ containerPort: 8080 }]
            # The VPC network may have this address.
            env: [{ name: ORDERS_URL, value: "http://100.101.102.103:8000" }]
          - name: tailscale
            image: docker.io/tailscale/tailscale:v1.86.2
    `,
    template`
      spec:
        containers:
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            ports: [{ containerPort: 8080 }]
            env:
              # None of these is an address of a tailnet, or is called.
              - { name: ORDERS_URL, value: "http://100.128.102.103:8000" }
              - { name: ALLOWED_HOSTS, value: 100.101.102.103 }
          - name: tailscale
            image: docker.io/tailscale/tailscale:v1.86.2
    `,
  ],
  *check(workload) {
    if (workload.vpcAccess.exists !== false) return;
    const { members } = instanceOf(workload);
    const tunnel = members.find(({ match, product, settings }) => {
      return match.stock && product?.directWith && settings.isOn(product.directWith) === false;
    });
    if (!tunnel) return;
    for (const member of members)
      if (member !== tunnel && !mayUseProxy(member, tunnel)) yield* addressesIn(member, tunnel);
  },
});

/** An address of 100.64.0.0/10, from which a tailnet gives addresses to its machines. */
const tailnet = /(?<![\d.])100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.\d{1,3}\.\d{1,3}(?![\d.])/;

function* addressesIn({ container, label }: Member, tunnel: Member): Generator<HelpfulFinding> {
  for (const { field, name = '' } of container.env) {
    const value = field.get('value');
    const found = tailnet.exec(value.text ?? '');
    if (!found || means(name, 'bind', 'own', 'allowed', 'label')) continue;
    const [host] = found;
    yield {
      on: value.part(found.index, found.index + host.length),
      message: `"${name}" sends "${label}" to ${host}, but "${tunnel.label}" carries only what is sent to its SOCKS5 or HTTP proxy.`,
      help: `Set "TS_SOCKS5_SERVER" to "localhost:1055" in "${tunnel.label}", and "ALL_PROXY" to "socks5h://localhost:1055" in "${label}" if its library reads that.`,
      related: [{ on: tunnel.container.field, message: 'It runs in userspace mode.' }],
    };
  }
}

/** Whether a container is told of the proxy, or may find it by means of its own. */
function mayUseProxy({ commandLine, container, dials }: Member, tunnel: Member): boolean {
  if (dials.some(({ target }) => target === tunnel)) return true;
  if (commandLine.texts.some((text) => /proxychains|socat|tsocks/i.test(text))) return true;
  return container.env.some(({ name }) => name === undefined || /PROXY|SOCKS/i.test(name));
}
