import { template } from '../../src/examples.ts';
import {
  type Container,
  defineRule,
  fieldName,
  instanceOf,
  isFrontProxy,
  quoteNames,
  say,
  type Text,
  type Workload,
} from '../../src/rule-kit.ts';

export default defineRule({
  id: 'several-ingress-containers',
  severity: 'error',
  appliesTo: 'served',
  needs: { sidecars: true, mentions: ['ports'], wholeText: true },
  summary: 'More than one container has `ports`, but only one can take the requests.',
  why: 'Requests go to one container only, the one with `ports`. Cloud Run refuses a revision in which several claim them. It is a habit from Kubernetes, where every container lists its ports; here the containers reach each other on localhost without any.',
  remedy:
    'Leave `ports` on the one container that takes the requests from outside, and delete it from the others. A proxy in front of the application is the one to keep it. Give the others their port by their own settings, such as `PORT` in `env`, which Cloud Run sets for the ingress container only.',
  references: [
    'https://cloud.google.com/run/docs/deploying#sidecars',
    'https://github.com/GoogleCloudPlatform/terraform-google-cloud-run/issues/302',
  ],
  predicts: 'Revision template should contain exactly one container with an exposed port.',
  predictsAlike: true,
  bad: [
    template`
      metadata:
        annotations:
          run.googleapis.com/container-dependencies: '{"nginx":["web"]}'
      spec:
        containers:
          - name: nginx
            image: europe-west1-docker.pkg.dev/acme-prod/shop/nginx:1.8.2
            ports: [{ containerPort: 8080 }]
      #     ~~~~~ "nginx" has "ports" as well.
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            ports: [{ containerPort: 8888 }]
      #     ^^^^^ "nginx" and "web" have "ports", but only one container takes the requests.
            startupProbe: { tcpSocket: { port: 8888 } }
    `,
    template`
      spec:
        containers:
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            ports:
      #     ~~~~~ "web" has "ports" as well.
              - containerPort: 8080
          - name: datadog-agent
            image: gcr.io/datadoghq/serverless-init:1.7.5
            ports:
      #     ^^^^^ "web", "datadog-agent" and "metrics" have "ports", but only one container takes the requests.
              - containerPort: 8126
          - name: metrics
            image: docker.io/prom/statsd-exporter:v0.28.0
            ports:
      #     ~~~~~ "metrics" has "ports" as well.
              - containerPort: 9102
    `,
  ],
  good: [
    template`
      metadata:
        annotations:
          run.googleapis.com/container-dependencies: '{"nginx":["web"]}'
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - name: nginx
            image: europe-west1-docker.pkg.dev/acme-prod/shop/nginx:1.8.2
            ports: [{ containerPort: 8080 }]
            resources: { limits: { cpu: 500m, memory: 256Mi } }
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            env: [{ name: PORT, value: "8888" }]
            startupProbe: { tcpSocket: { port: 8888 } }
            resources: { limits: { cpu: "1", memory: 512Mi } }
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/container-dependencies: '{"web":["cloud-sql-proxy"]}'
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            ports: [{ containerPort: 8080 }]
            env: [{ name: DB_PORT, value: "5432" }]
            resources: { limits: { cpu: "1", memory: 512Mi } }
          - name: cloud-sql-proxy
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.16.0
            args: ["--port=5432", "--health-check", "--http-address=0.0.0.0", "--lazy-refresh", "acme-prod:europe-west1:shop"]
            ports: []
            startupProbe: { httpGet: { path: /startup, port: 9090 } }
            resources: { limits: { cpu: 500m, memory: 256Mi } }
    `,
  ],
  *check(service) {
    const claimants = service.containers.filter(({ field, hasPorts }) => hasPorts && !field.get('ports').unknown);
    const [, second] = claimants;
    if (!second) return;
    const names = quoteNames(claimants.map(({ label }) => label));
    const others = claimants.filter((container) => container !== second);
    yield {
      on: second.field.get('ports'),
      message: say`${names} have ${fieldName('ports')}, but only one container takes the requests.`,
      help: helpFor(service, claimants),
      related: others.map(({ field, label }) => {
        return { on: field.get('ports'), message: say`"${label}" has ${fieldName('ports')} as well.` };
      }),
    };
  },
});

/** Which of them is to keep it: the proxy in front, as far as there is one. */
function helpFor(service: Workload, claimants: readonly Container[]): Text {
  const proxies = claimants.filter((container) => isFrontProxy(instanceOf(service).of(container).role));
  const [proxy] = proxies;
  if (!proxy || proxies.length > 1) {
    return say`Keep ${fieldName('ports')} on the container that takes the requests, and remove it from the others.`;
  }
  const others = quoteNames(claimants.filter((container) => container !== proxy).map(({ label }) => label));
  return say`Keep ${fieldName('ports')} on "${proxy.label}", which is a proxy, and remove it from ${others}. Give the others their ports by "PORT".`;
}
