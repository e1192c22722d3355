import { beside, template } from '../../../src/examples.ts';

const service = template`
  spec:
    containers:
      - { name: edge, image: "europe-docker.pkg.dev/acme/shop/edge:1", ports: [{ containerPort: 8080 }] }
      - { name: app, image: "europe-docker.pkg.dev/acme/shop/app:1" }
`;

const clusters = (text: string) => ({
  'edge/Dockerfile': 'FROM envoyproxy/envoy:v1.34.4\nCOPY envoy.yaml /etc/envoy/envoy.yaml',
  'edge/envoy.yaml': `
    static_resources:
      listeners: [{ address: { socket_address: { address: 0.0.0.0, port_value: 8080 } } }]
      clusters:
        - name: app
          ${text}
  `,
});

const endpoint = (address: string): string =>
  `load_assignment: { endpoints: [{ lb_endpoints: [{ endpoint: { address: { socket_address: { ${address}, port_value: 8081 } } } }] }] }`;

export default [
  beside(
    service,
    clusters(`${endpoint('address: app')}
    #                                                                                                         ^^^ The cluster "app" is of the type "STATIC" and takes addresses alone, but "app" is a name, so "edge" exits.
    # = Write "127.0.0.1", or give the cluster the type "STRICT_DNS".`),
  ),
  // Addresses, and what a resolver of one's own or a kind of cluster of one's own may look up.
  beside(service, clusters(endpoint('address: "::1"'))),
  beside(service, clusters(endpoint('address: 10.0.0.7'))),
  beside(service, clusters(endpoint('address: "${HOST}"'))),
  beside(service, clusters(endpoint('address: app, resolver_name: acme'))),
  beside(service, clusters(`cluster_type: { name: acme }\n          ${endpoint('address: app')}`)),
  beside(service, clusters(`type: LOGICAL_DNS\n          ${endpoint('address: app')}`)),
];
