import type { Product } from './product.ts';

/** Ways into and out of other networks. */
export const tunnels: readonly Product[] = [
  {
    id: 'tailscale',
    name: 'Tailscale',
    role: 'tunnel',
    images: ['docker.io/tailscale/tailscale', 'ghcr.io/tailscale/tailscale'],
    unmistakable: ['tailscale'],
    signals: {
      names: { tailscale: 0.7 },
      env: { TS_AUTHKEY: 0.8, TS_USERSPACE: 0.8, TS_STATE_DIR: 0.7, TS_SOCKS5_SERVER: 0.8 },
    },
    listens: [
      { protocol: 'socks5', purpose: 'data', listenFrom: ['TS_SOCKS5_SERVER', '--socks5-server'] },
      {
        protocol: 'http',
        purpose: 'data',
        listenFrom: ['TS_OUTBOUND_HTTP_PROXY_LISTEN', '--outbound-http-proxy-listen'],
      },
      {
        port: 9002,
        protocol: 'http',
        purpose: 'health',
        listenFrom: ['TS_LOCAL_ADDR_PORT'],
        onlyWith: ['TS_ENABLE_HEALTH_CHECK=true', 'TS_ENABLE_METRICS=true'],
        paths: ['/healthz'],
      },
      { protocol: 'http', purpose: 'health', listenFrom: ['TS_HEALTHCHECK_ADDR_PORT'], paths: ['/healthz'] },
    ],
    moreListeners: true,
    background: {
      work: 'keeps its connection to the tailnet alive',
      source: 'https://tailscale.com/kb/1282/docker',
      confidence: 'secondary',
    },
    order: 'before-app',
    ownNames: ['TS_HOSTNAME'],
    argumentsFrom: ['TS_TAILSCALED_EXTRA_ARGS'],
    directWith: ['TS_USERSPACE=false'],
    sources: [
      'https://tailscale.com/kb/1282/docker',
      'https://github.com/tailscale/tailscale/tree/main/cmd/containerboot',
      'https://tailscale.com/kb/1112/userspace-networking',
    ],
    confidence: 'source',
  },
  {
    id: 'cloudflared',
    name: 'Cloudflare Tunnel',
    role: 'tunnel',
    images: ['docker.io/cloudflare/cloudflared'],
    unmistakable: ['cloudflared'],
    // The same program is a resolver and a client of Access, which need no tunnel.
    programs: ['cloudflared tunnel', 'tunnel', 'run'],
    signals: {
      names: { cloudflared: 0.7, 'cloudflare-tunnel': 0.7 },
      env: { TUNNEL_TOKEN: 0.8, TUNNEL_TOKEN_FILE: 0.8 },
    },
    listens: [
      {
        protocol: 'http',
        purpose: 'health',
        // Without a setting the port differs from release to release.
        listenFrom: ['--metrics', 'TUNNEL_METRICS'],
        paths: ['/ready', '/healthcheck', '/metrics'],
      },
    ],
    moreListeners: true,
    background: {
      work: 'keeps its connections to the Cloudflare network alive',
      source: 'https://developers.cloudflare.com/cloudflare-one/connections/connect-networks/',
      confidence: 'secondary',
    },
    config: {
      paths: ['/etc/cloudflared', '/usr/local/etc/cloudflared', '/home/nonroot/.cloudflared'],
      from: [
        '--config',
        '--credentials-file',
        '--cred-file',
        '--credentials-contents',
        'TUNNEL_CRED_*',
        'TUNNEL_CONFIG',
      ],
    },
    requires: [
      {
        anyOf: ['TUNNEL_TOKEN', 'TUNNEL_TOKEN_FILE', '--token', '--token-file', '--url', 'TUNNEL_URL', '--hello-world'],
        otherwise: 'it knows no tunnel and exits',
        unlessConfigured: true,
        confidence: 'source',
      },
    ],
    order: 'after-app',
    upstream: { from: ['--url', 'TUNNEL_URL'], protocol: 'http' },
    wrongStarts: [
      {
        when: 'lacks',
        noneOf: ['tunnel', 'access', 'proxy-dns'],
        becomes: 'prints its version and exits',
        instead: 'Begin the arguments with "tunnel" and "run"',
      },
    ],
    sources: [
      'https://github.com/cloudflare/cloudflared/blob/master/Dockerfile',
      'https://github.com/cloudflare/cloudflared/blob/master/metrics/metrics.go',
    ],
    confidence: 'source',
  },
  {
    id: 'socat',
    name: 'socat',
    role: 'tunnel',
    images: ['docker.io/alpine/socat'],
    // What it listens to is one of its two addresses, of which there are too many forms to read.
    moreListeners: true,
    sources: ['https://manpages.ubuntu.com/manpages/noble/man1/socat1.1.html', 'https://hub.docker.com/r/alpine/socat'],
    confidence: 'secondary',
  },
];
