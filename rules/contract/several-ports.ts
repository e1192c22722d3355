import { template } from '../../src/examples.ts';
import { defineRule } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'several-ports',
  severity: 'error',
  appliesTo: 'served',
  needs: { mentions: ['ports'], wholeText: true },
  summary: 'A container has more than one port, but Cloud Run takes one.',
  why: 'Cloud Run sends requests to one port of one container and refuses a container that lists more. Ports for metrics, health checks or other containers of the instance need no entry at all: inside the instance everything is reachable on localhost, and from outside nothing else is.',
  remedy:
    'Keep the one port that takes the requests. To serve a second protocol or an admin page to the outside, put a proxy in front that shares one port, or deploy a second service.',
  help: 'Keep the port that takes the requests. For a second protocol, put a proxy in front or deploy a second service.',
  references: [
    'https://cloud.google.com/run/docs/reference/rest/v1/Container',
    'https://github.com/GoogleCloudPlatform/magic-modules/pull/10173',
  ],
  predicts: 'ports should contain 0 or 1 port.',
  predictsAlike: true,
  bad: [
    template`
      spec:
        containers:
          - name: envoy
            image: docker.io/envoyproxy/envoy:v1.34.4
            ports:
      #     ^^^^^ "envoy" has 2 ports, but Cloud Run takes one.
              - containerPort: 8080
              - containerPort: 9901
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
    `,
    template`
      spec:
        containers:
          - image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            ports: [{ name: http1, containerPort: 8080 }, { name: h2c, containerPort: 50051 }]
      #     ^^^^^ The container has 2 ports, but Cloud Run takes one.
    `,
  ],
  good: [
    template`
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - name: grpc
            image: europe-west1-docker.pkg.dev/acme-prod/shop/grpc:1.8.2
            ports:
              - name: h2c
                containerPort: 50051
            # The health port is not listed: a probe finds it all the same.
            startupProbe: { httpGet: { path: /healthz, port: 8081 } }
            resources: { limits: { cpu: "1", memory: 512Mi } }
    `,
  ],
  *check(service) {
    for (const { field, label } of service.containers) {
      const ports = field.get('ports');
      if (ports.items.length < 2) continue;
      yield { on: ports, message: `"${label}" has ${ports.items.length} ports, but Cloud Run takes one.` };
    }
  },
});
