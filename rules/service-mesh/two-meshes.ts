import { template } from '../../src/examples.ts';
import { annotationName, defineRule, instanceOf, say } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'two-meshes',
  severity: 'warning',
  appliesTo: 'workload',
  needs: { mentions: ['run.googleapis.com/mesh'] },
  summary: 'Cloud Service Mesh is on, but the manifest also has an Envoy of its own.',
  why: 'With `run.googleapis.com/mesh` Google adds an Envoy to every instance and takes care of its configuration. A second one, written by hand, doubles what each request costs in time, CPU and memory, and two places decide on retries, timeouts and TLS.',
  remedy:
    'Keep one. What the Envoy of your own did, routes of the mesh can do; if it does something else, such as checking requests from outside, silence this rule with that reason.',
  references: [
    'https://cloud.google.com/service-mesh/docs/cloud-run-api-reference',
    'https://cloud.google.com/service-mesh/docs/configure-cloud-service-mesh-for-cloud-run',
  ],
  bad: [
    template`
      metadata:
        annotations:
          run.googleapis.com/mesh: projects/acme-prod/locations/global/meshes/shop
      #   ~~~~~~~~~~~~~~~~~~~~~~~ Cloud Service Mesh is turned on here.
      spec:
        containers:
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            ports: [{ containerPort: 8080 }]
          - name: envoy
      #           ^^^^^ "envoy" runs Envoy, and Cloud Service Mesh adds one to each instance already.
            image: docker.io/envoyproxy/envoy:v1.34.4
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/mesh: projects/acme-prod/locations/global/meshes/shop
      spec:
        containers:
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            ports: [{ containerPort: 8080 }]
          - name: istio-proxy
      #           ^^^^^^^^^^^ "istio-proxy" runs Istio proxy, and Cloud Service Mesh adds one to each instance already.
            image: gcr.io/istio-release/proxyv2:1.27.1
    `,
  ],
  good: [
    template`
      metadata:
        annotations:
          run.googleapis.com/mesh: projects/acme-prod/locations/global/meshes/shop
          run.googleapis.com/container-dependencies: '{"nginx":["web"]}'
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          # A web server is no mesh.
          - name: nginx
            image: docker.io/nginxinc/nginx-unprivileged:1.29.1
            ports: [{ containerPort: 8080 }]
            volumeMounts: [{ name: nginx-conf, mountPath: /etc/nginx/conf.d }]
            resources: { limits: { cpu: 500m, memory: 256Mi } }
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            env: [{ name: PORT, value: "8888" }]
            startupProbe: { tcpSocket: { port: 8888 } }
            resources: { limits: { cpu: "1", memory: 512Mi } }
        volumes:
          - name: nginx-conf
            secret: { secretName: nginx-conf, items: [{ key: "3", path: default.conf }] }
    `,
  ],
  *check(workload) {
    const mesh = workload.templateAnnotation('run.googleapis.com/mesh');
    if (!mesh.text) return;
    for (const { container, label, product, role } of instanceOf(workload).members) {
      if (role !== 'mesh-proxy' && !product?.mayBeMesh) continue;
      yield {
        on: container.field,
        message: `"${label}" runs ${product?.name ?? 'a mesh proxy'}, and Cloud Service Mesh adds one to each instance already.`,
        help: say`Keep one: remove "${label}", or remove ${annotationName('run.googleapis.com/mesh')}.`,
        related: [{ on: mesh.key, message: 'Cloud Service Mesh is turned on here.' }],
      };
    }
  },
});
