import { changedTemplate, manifest, template } from '../../src/examples.ts';
import { annotationName, defineRule, deleteEntry, safeFix, say } from '../../src/rule-kit.ts';

/** Keys by which a mesh on a cluster is steered, and what the mesh is called. */
const meshes: readonly (readonly [key: RegExp, mesh: string])[] = [
  [/^(?:[a-z0-9-]+\.)*istio\.io\/|^istio-injection$/, 'Istio'],
  [/^(?:[a-z0-9-]+\.)*linkerd\.io\//, 'Linkerd'],
  [/^consul\.hashicorp\.com\//, 'Consul'],
  [/^kuma\.io\//, 'Kuma'],
  [/^openservicemesh\.io\//, 'Open Service Mesh'],
  [/^appmesh\.k8s\.aws\//, 'App Mesh'],
];

/** The annotation by which a revision joins Cloud Service Mesh. */
const managedMesh = 'run.googleapis.com/mesh';

export default defineRule({
  id: 'ineffective-mesh-annotation',
  severity: 'warning',
  appliesTo: 'workload',
  summary:
    'An annotation or label addresses a service mesh that Cloud Run does not have, or stands where it is not read.',
  why: 'On a cluster a controller of the mesh reads it and injects a proxy, or changes how one behaves. Cloud Run has no such controller: the key is stored and nothing happens. Whoever reads the file believes that traffic is encrypted, retried or kept out of the mesh. The annotation of Cloud Service Mesh is one of the revision: gcloud writes it to the template, and in the metadata of the service nothing reads it.',
  remedy:
    'Delete it. To join Cloud Service Mesh, set `run.googleapis.com/mesh` on the template. Timeouts and limits of requests are fields of the template: `spec.timeoutSeconds`, `containerConcurrency`.',
  help: false,
  references: [
    'https://cloud.google.com/service-mesh/docs/cloud-run-api-reference',
    'https://istio.io/latest/docs/reference/config/annotations/',
    'https://linkerd.io/2/reference/proxy-configuration/',
  ],
  fixable: 'safe',
  bad: [
    template`
      metadata:
        annotations:
          sidecar.istio.io/inject: "true"
      #   ^^^^^^^^^^^^^^^^^^^^^^^ "sidecar.istio.io/inject" has no effect, since no Istio runs on Cloud Run.
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
    `,
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: shop
        annotations:
          config.linkerd.io/proxy-cpu-request: 100m
      #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "config.linkerd.io/proxy-cpu-request" has no effect, since no Linkerd runs on Cloud Run.
        labels:
          istio-injection: enabled
      #   ^^^^^^^^^^^^^^^ "istio-injection" has no effect, since no Istio runs on Cloud Run.
          cloud.googleapis.com/location: europe-west1
      spec:
        template:
          spec:
            containers:
              - image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
    `,
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: shop
        annotations:
          run.googleapis.com/mesh: projects/acme-prod/locations/global/meshes/shop
      #   ^^^^^^^^^^^^^^^^^^^^^^^ "run.googleapis.com/mesh" has no effect outside of the template. Move it to the metadata of the template.
      spec:
        template:
          spec:
            containers:
              - image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
    `,
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: shop
        annotations:
          run.googleapis.com/mesh: projects/acme-prod/locations/global/meshes/shop
      #   ^^^^^^^^^^^^^^^^^^^^^^^ "run.googleapis.com/mesh" has no effect outside of the template. Remove it: the template has it already.
      spec:
        template:
          metadata:
            annotations:
              run.googleapis.com/mesh: projects/acme-prod/locations/global/meshes/shop
          spec:
            containers:
              - image: docker.io/acme/shop:1.4.2
    `,
  ],
  good: [
    template`
      metadata:
        annotations:
          run.googleapis.com/mesh: projects/acme-prod/locations/global/meshes/shop
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            ports: [{ containerPort: 8080 }]
            resources: { limits: { cpu: "1", memory: 512Mi } }
    `,
    template`
      metadata:
        annotations:
          acme.example/istio.io: a note of the team's own
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            resources: { limits: { cpu: "1", memory: 512Mi } }
    `,
  ],
  fixes: {
    block: changedTemplate`
          metadata:
            annotations:
        <     sidecar.istio.io/inject: "true"
              run.googleapis.com/cpu-throttling: "false"
          spec:
            containers:
              - image: docker.io/acme/web:1.2.3
      `,
    flow: changedTemplate`
        < metadata: { annotations: { linkerd.io/inject: enabled } }
          spec:
            containers:
              - image: docker.io/acme/web:1.2.3
      `,
  },
  *check({ metadata, templateMetadata, allMetadata }) {
    const managed = metadata.get('annotations').get(managedMesh);
    if (managed.exists) {
      const advice = templateMetadata.get('annotations').get(managedMesh).exists
        ? 'Remove it: the template has it already.'
        : 'Move it to the metadata of the template.';
      const name = annotationName(managedMesh);
      yield { on: managed.key, message: say`${name} has no effect outside of the template. ${advice}` };
    }
    for (const place of allMetadata) {
      for (const map of [place.get('annotations'), place.get('labels')]) {
        for (const key of map.keys) {
          const mesh = key.includes('googleapis.com/') ? undefined : meshes.find(([form]) => form.test(key))?.[1];
          if (mesh === undefined) continue;
          // The fix is safe: nothing on Cloud Run reads it.
          yield {
            on: map.get(key).key,
            message: `"${key}" has no effect, since no ${mesh} runs on Cloud Run.`,
            help: 'Remove it.',
            fix: safeFix('Remove what nothing reads', deleteEntry(map.get(key), 'remove')),
          };
        }
      }
    }
  },
});
