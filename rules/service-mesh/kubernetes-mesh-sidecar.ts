import { template } from '../../src/examples.ts';
import { annotationName, defineRule, say } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'kubernetes-mesh-sidecar',
  severity: 'error',
  appliesTo: 'workload',
  needs: { role: (role) => role === 'mesh-proxy', certain: true },
  summary: 'A container is the sidecar of an Istio or Linkerd mesh, which needs Kubernetes.',
  why: `These proxies are parts of a cluster. They learn everything from a control plane inside it, identify themselves by a token that Kubernetes mounts, read the Pod's address from the Downward API, and get the traffic because an init container or a CNI plugin bends the network of the Pod. Cloud Run has none of these, so the proxy waits for a control plane that it cannot reach, and no request passes it.`,
  remedy: `Delete the container, and its variables and probes with it. Then one of these:

- **Cloud Service Mesh**: the annotation \`run.googleapis.com/mesh: projects/PROJECT/locations/global/meshes/MESH\` on the template; Google runs the Envoy;
- **an Envoy of your own**, with its whole configuration in a mounted file, as the container with \`ports\` for requests that come in, or called on localhost for those that go out;
- nothing: between Cloud Run services TLS and identity come with the platform, by IAM and ID tokens.`,
  help: false,
  references: [
    'https://cloud.google.com/service-mesh/docs/cloud-run-api-reference',
    'https://github.com/istio/istio/blob/master/manifests/charts/istio-control/istio-discovery/files/injection-template.yaml',
    'https://github.com/linkerd/linkerd2/blob/main/charts/partials/templates/_proxy.tpl',
  ],
  bad: [
    template`
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            ports: [{ containerPort: 8080 }]
          - name: istio-proxy
            image: docker.io/istio/proxyv2:1.27.1
      #            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "istio-proxy" runs Istio proxy, which needs the control plane and the network of a Kubernetes cluster.
            args: ["proxy", "sidecar", "--domain", "shop.svc.cluster.local"]
    `,
    template`
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            ports: [{ containerPort: 8080 }]
          - name: linkerd-proxy
            image: europe-west1-docker.pkg.dev/acme-prod/mirror/linkerd-proxy:2.3
      #            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "linkerd-proxy" runs Linkerd proxy, which needs the control plane and the network of a Kubernetes cluster.
            env:
              - name: LINKERD2_PROXY_DESTINATION_SVC_ADDR
                value: linkerd-dst-headless.linkerd.svc.cluster.local.:8086
    `,
  ],
  good: [
    template`
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          # The second version of a proxy of the team's own.
          - name: front
            image: europe-west1-docker.pkg.dev/acme-prod/shop/proxyv2:3.1.0
            ports: [{ containerPort: 8080 }]
            resources: { limits: { cpu: 500m, memory: 256Mi } }
          # Istio's image, for the Envoy in it alone.
          - name: egress
            image: docker.io/istio/proxyv2:1.27.1
            command: ["/usr/local/bin/envoy", "-c", "/config/egress.yaml"]
            volumeMounts: [{ name: egress, mountPath: /config }]
            resources: { limits: { cpu: 500m, memory: 256Mi } }
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            env: [{ name: PORT, value: "8081" }]
            resources: { limits: { cpu: "1", memory: 512Mi } }
        volumes:
          - name: egress
            secret: { secretName: egress, items: [{ key: "1", path: egress.yaml }] }
    `,
  ],
  *check(_, { matching }) {
    for (const { container, label, place, product } of matching) {
      if (!product || isPlainEnvoy(container.command)) continue;
      yield {
        on: place,
        message: say`"${label}" runs ${product.name}, which needs the control plane and the network of a Kubernetes cluster.`,
        help: say`Remove "${label}". To join Cloud Service Mesh, set ${annotationName('run.googleapis.com/mesh')} on the template.`,
      };
    }
  },
});

/** Whether the image of a mesh serves for the Envoy in it alone. */
function isPlainEnvoy([program = '']: readonly string[]): boolean {
  return /(?:^|\/)envoy$/.test(program);
}
