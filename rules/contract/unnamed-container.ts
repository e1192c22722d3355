import { template } from '../../src/examples.ts';
import type { Container } from '../../src/rule-kit.ts';
import { defineRule, fieldName, hasSplitContainer, say } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'unnamed-container',
  severity: 'info',
  appliesTo: 'workload',
  needs: { sidecars: true, wholeText: true },
  summary: 'One of several containers has no name.',
  why: 'Cloud Run makes up a name such as `shop-1`, which the file cannot rely on: no start order can refer to the container, and logs, metrics and `gcloud run services update --container` show a name that stands nowhere in the file.',
  remedy: 'Give every container a `name` that says what it does: `web`, `collector`, `cloud-sql-proxy`.',
  help: say`Give every container a ${fieldName('name')} that says what it does.`,
  references: [
    'https://cloud.google.com/run/docs/reference/rest/v1/Container',
    'https://github.com/hashicorp/terraform-provider-google/issues/21035',
  ],
  bad: [
    template`
      spec:
        containers:
          - image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
      #     ^^^^^ 1 of the 2 containers has no name.
            ports: [{ containerPort: 8080 }]
          - name: datadog-agent
            image: gcr.io/datadoghq/serverless-init:1.7.5
    `,
    template`
      spec:
        containers:
          - name: ""
      #           ^^ 2 of the 3 containers have no name.
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            ports: [{ containerPort: 8080 }]
          - name: alloy
            image: docker.io/grafana/alloy:v1.10.1
          - image: docker.io/library/redis:8.2.1
      #     ~~~~~ This one has no name either.
    `,
    template`
      spec:
        containers:
          - image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
      #     ^^^^^ None of the 2 containers has a name.
            ports: [{ containerPort: 8080 }]
          - image: docker.io/library/redis:8.2.1
      #     ~~~~~ This one has no name either.
    `,
  ],
  good: [
    template`
      metadata:
        annotations:
          run.googleapis.com/container-dependencies: '{"web":["\${AGENT}"]}'
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            ports: [{ containerPort: 8080 }]
            resources: { limits: { cpu: "1", memory: 512Mi } }
          - name: \${AGENT}
            image: europe-west1-docker.pkg.dev/acme-prod/shop/agent:1.8.2
            resources: { limits: { cpu: 500m, memory: 512Mi } }
    `,
  ],
  *check({ containers }) {
    // One container that a dash cuts in two is told as such.
    if (hasSplitContainer(containers.map(({ open }) => open))) return;
    const [first, ...others] = containers.filter(isUnnamed);
    if (!first) return;
    const count = others.length + 1;
    yield {
      on: first.field.get('name'),
      message:
        count === containers.length
          ? `None of the ${count} containers has a name.`
          : `${count} of the ${containers.length} containers ${count === 1 ? 'has' : 'have'} no name.`,
      related: others.map(({ field }) => ({ on: field.get('name'), message: 'This one has no name either.' })),
    };
  },
});

function isUnnamed({ field }: Container): boolean {
  const name = field.get('name');
  return !field.unknown && (!name.exists || name.isNull || name.text === '');
}
