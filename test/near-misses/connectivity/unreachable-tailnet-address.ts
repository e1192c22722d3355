import { type Example, template } from '../../../src/examples.ts';

const tailscale = 'docker.io/tailscale/tailscale:v1.86.2';

/** A service that calls a tailnet, with one of these around it. */
function service(given: {
  image?: string;
  tunnelEnv?: string;
  env?: string;
  command?: string;
  volume?: string;
}): Example {
  const { image = tailscale, tunnelEnv = '', env = '', command = 'node', volume = '' } = given;
  return template`
    spec:
      ${volume}
      containers:
        - name: web
          image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
          ports: [{ containerPort: 8080 }]
          command: [${command}]
          env: [{ name: DATABASE_URL, value: "postgres://shop@100.101.102.103:5432/shop" }${env}]
        - name: tunnel
          image: ${image}
          env: [${tunnelEnv}]
  `;
}

export default [
  // An image of one's own may do otherwise, and so may another tunnel, or a switch.
  service({ image: 'europe-west1-docker.pkg.dev/acme-prod/edge/tailscale:2' }),
  service({ image: 'docker.io/cloudflare/cloudflared:2024.11.1' }),
  service({ tunnelEnv: '{ name: TS_USERSPACE, value: "false" }' }),
  service({ tunnelEnv: '{ name: TS_USERSPACE, value: "${USERSPACE}" }' }),
  // The application may send through the proxy, by whatever it is told.
  service({
    tunnelEnv: '{ name: TS_SOCKS5_SERVER, value: ":1055" }',
    env: ', { name: VIA, value: "socks5://localhost:1055" }',
  }),
  service({ env: ', { name: HTTPS_PROXY, value: "${PROXY}" }' }),
  service({ env: ', { name: "${NAME}", value: x }' }),
  service({ command: 'proxychains4, node' }),
  // A template may bring what is missing.
  service({ volume: '{{- toYaml .Values.volumes | nindent 6 }}' }),
  // Tailscale itself knows its own network.
  template`
    spec:
      containers:
        - name: web
          image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
          ports: [{ containerPort: 8080 }]
        - name: tunnel
          image: ${tailscale}
          env: [{ name: TS_EXIT_NODE, value: 100.101.102.103 }]
  `,
];
