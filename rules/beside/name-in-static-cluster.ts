import { beside, template } from '../../src/examples.ts';
import { defineRule, isLoopback, wrongIn } from '../../src/rule-kit.ts';

const service = template`
  spec:
    containers:
      - name: edge
        image: europe-docker.pkg.dev/acme/shop/edge:1.4
        ports:
          - containerPort: 8080
      - name: app
        image: europe-docker.pkg.dev/acme/shop/app:1.4
        env:
          - name: PORT
            value: "8081"
`;

const dockerfile = `
  FROM envoyproxy/envoy:v1.34.4
  COPY envoy.yaml /etc/envoy/envoy.yaml
`;

export default defineRule({
  id: 'name-in-static-cluster',
  severity: 'error',
  appliesTo: 'workload',
  summary: 'A cluster of Envoy that takes addresses alone has the name of a host.',
  why: "A cluster of the type `STATIC`, which is also that of a cluster without a `type`, looks no name up. With `localhost` or the name of a container in it, Envoy exits at its start: `malformed IP address: localhost. Consider setting resolver_name or setting cluster type to 'STRICT_DNS' or 'LOGICAL_DNS'`.",
  remedy:
    'Write the address, `127.0.0.1` for a container of the same instance, or give the cluster the type `STRICT_DNS`.',
  references: [
    'https://www.envoyproxy.io/docs/envoy/latest/intro/arch_overview/upstream/service_discovery',
    'https://github.com/envoyproxy/envoy/issues/2655',
  ],
  bad: [
    beside(service, {
      'edge/Dockerfile': dockerfile,
      'edge/envoy.yaml': `
        static_resources:
          listeners:
            - address: { socket_address: { address: 0.0.0.0, port_value: 8080 } }
          clusters:
            - name: app
              type: STATIC
              load_assignment:
                cluster_name: app
                endpoints:
                  - lb_endpoints:
                      - endpoint: { address: { socket_address: { address: localhost, port_value: 8081 } } }
        #                                                                 ^^^^^^^^^ The cluster "app" is of the type "STATIC" and takes addresses alone, but "localhost" is a name, so "edge" exits.
        # = Write "127.0.0.1", or give the cluster the type "STRICT_DNS".
            - name: search
              load_assignment:
                cluster_name: search
                endpoints:
                  - lb_endpoints:
                      - endpoint: { address: { socket_address: { address: search.acme.example, port_value: 443 } } }
        #                                                                 ^^^^^^^^^^^^^^^^^^^ The cluster "search" is of the type "STATIC" and takes addresses alone, but "search.acme.example" is a name, so "edge" exits.
        # = Give the cluster the type "STRICT_DNS", or write the address.
      `,
    }),
  ],
  good: [
    beside(service, {
      'edge/Dockerfile': dockerfile,
      'edge/envoy.yaml': `
        static_resources:
          listeners:
            - address: { socket_address: { address: 0.0.0.0, port_value: 8080 } }
          clusters:
            - name: app
              type: STATIC
              load_assignment:
                cluster_name: app
                endpoints:
                  - lb_endpoints:
                      - endpoint: { address: { socket_address: { address: 127.0.0.1, port_value: 8081 } } }
            - name: search
              type: STRICT_DNS
              load_assignment:
                cluster_name: search
                endpoints:
                  - lb_endpoints:
                      - endpoint: { address: { socket_address: { address: search.acme.example, port_value: 443 } } }
      `,
    }),
  ],
  *check(workload) {
    const names = workload.containers.map(({ name }) => name);
    for (const { defect, member, inManifest } of wrongIn(workload, 'static-name')) {
      const { cluster, host, on } = defect;
      const isHere = isLoopback(host) || names.includes(host);
      yield {
        on,
        message: `The cluster "${cluster}" is of the type "STATIC" and takes addresses alone, but "${host}" is a name, so "${member.label}" exits.`,
        help: isHere
          ? 'Write "127.0.0.1", or give the cluster the type "STRICT_DNS".'
          : 'Give the cluster the type "STRICT_DNS", or write the address.',
        ...inManifest,
      };
    }
  },
});
