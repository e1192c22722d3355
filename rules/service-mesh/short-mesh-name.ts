import { template } from '../../src/examples.ts';
import { annotationName, defineRule, isStandIn, say } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'short-mesh-name',
  severity: 'warning',
  appliesTo: 'service',
  needs: { mentions: ['run.googleapis.com/mesh'] },
  summary: 'A mesh is named without its project and location.',
  why: '`run.googleapis.com/mesh` holds the whole name of the mesh. The flag of gcloud completes a short one; in a manifest nothing does, as far as is documented.',
  remedy: 'Write `projects/PROJECT/locations/global/meshes/NAME`.',
  references: [
    'https://cloud.google.com/service-mesh/docs/cloud-run-api-reference',
    'https://cloud.google.com/run/docs/configuring/connect-cloud-service-mesh',
  ],
  bad: [
    template`
      metadata:
        annotations:
          run.googleapis.com/mesh: shop
      #                            ^^^^ "run.googleapis.com/mesh" takes "projects/PROJECT/locations/global/meshes/NAME", not "shop".
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
          - image: docker.io/acme/shop:1.4.2
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/mesh: MESH
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
    `,
  ],
  *check(service) {
    const mesh = service.templateAnnotation('run.googleapis.com/mesh');
    const { value = '' } = mesh;
    if (value === '' || value.includes('/') || isStandIn(value)) return;
    yield {
      on: mesh,
      message: say`${annotationName('run.googleapis.com/mesh')} takes "projects/PROJECT/locations/global/meshes/NAME", not "${value}".`,
      help: `Write "projects/PROJECT/locations/global/meshes/${value}" with your project for PROJECT.`,
    };
  },
});
