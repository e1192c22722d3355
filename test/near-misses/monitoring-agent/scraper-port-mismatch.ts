import { type Example, template } from '../../../src/examples.ts';

const gmp = 'us-docker.pkg.dev/cloud-ops-agents-artifacts/cloud-run-gmp-sidecar/cloud-run-gmp-sidecar:1.2.0';

/** A service with a scraper, and one of these around it. */
function service(given: { port?: string; env?: string; scraper?: string; sidecar?: string }): Example {
  const { port = '3000', env = '', scraper = '', sidecar = 'docker.io/library/memcached:1.6.39' } = given;
  return template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: ${port} }]
          env: [${env}]
        - name: sidecar
          image: ${sidecar}
        - name: collector
          image: ${gmp}
          env: [${scraper}]
  `;
}

export default [
  // A template may bring the configuration.
  template`
    metadata:
      annotations:
        {{- toYaml .Values.annotations | nindent 4 }}
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 3000 }]
        - name: collector
          image: ${gmp}
  `,
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 3000 }]
        # All its ports are known, and none is the one that is asked.
        - name: cache
          image: docker.io/library/memcached:1.6.39
        - name: collector
          image: ${gmp}
    #            ${'^'.repeat(gmp.length)} "collector" asks port 8080 for metrics unless a configuration names another one, but "shop" takes its requests on 3000.
  `,
  // The gateway's usual upstream is no place for metrics.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 3000 }]
        - name: esp
          image: gcr.io/endpoints-release/endpoints-runtime:2.51.0
          args: ["--listener_port=8081", "--service=shop.example.com"]
        - name: collector
          image: ${gmp}
          env: [{ name: GMP_SCRAPE_PORTS, value: "localhost:3000" }]
  `,
  service({ port: '8080' }),
  // The number is filled in, or another container may have it, or the scraper is told.
  service({ port: '${PORT_OF_SHOP}' }),
  service({ sidecar: 'docker.io/acme/search:1.4.2' }),
  service({ scraper: '{ name: GMP_SCRAPE_PORTS, value: "localhost:9100" }' }),
  service({ env: '{ name: "${NAME}", value: x }' }),
  // What calls 9100 by a setting is no scraper.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 3000 }]
          env: [{ name: EXPORTER_URL, value: "http://localhost:9100" }, { name: METRICS_PORT, value: "8080" }]
        - name: collector
          image: ${gmp}
  `,
  // A gateway calls its usual upstream, and a helper takes no requests.
  template`
    spec:
      containers:
        - name: esp
          image: gcr.io/endpoints-release/endpoints-runtime:2.51.0
          args: ["--listener_port=8080", "--service=shop.example.com"]
          ports: [{ containerPort: 8080 }]
        - name: shop
          image: docker.io/acme/shop:1.4.2
        - name: collector
          image: ${gmp}
  `,
];
