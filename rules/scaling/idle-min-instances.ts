import { template } from '../../src/examples.ts';
import {
  annotationName,
  applicationsOf,
  defineRule,
  frontProxyOf,
  instanceOf,
  isDatabaseProxy,
  isMonitoring,
  say,
  valueName,
} from '../../src/rule-kit.ts';

export default defineRule({
  id: 'idle-min-instances',
  severity: 'info',
  appliesTo: 'service',
  needs: {
    sidecars: true,
    mentions: [
      'run.googleapis.com/minScale',
      'autoscaling.knative.dev/minScale',
      'run.googleapis.com/manualInstanceCount',
    ],
  },
  summary: 'Instances with sidecars are kept while idle, but without CPU.',
  why: 'Minimum instances are paid for while they wait, and spare the first request a cold start. By default they have CPU only during requests, so a sidecar that refreshes, polls or flushes in between stands still.',
  remedy:
    'Set `run.googleapis.com/cpu-throttling` to `"false"` if a sidecar works between requests; this changes what you pay for. If none does, all is well.',
  help: false,
  references: [
    'https://cloud.google.com/run/docs/configuring/billing-settings',
    'https://cloud.google.com/run/docs/configuring/min-instances',
  ],
  bad: [
    template`
      metadata:
        annotations:
          autoscaling.knative.dev/minScale: "1"
      #                                     ^^^ One instance is kept while idle, but the sidecars have CPU only during requests. Set "run.googleapis.com/cpu-throttling" to "false" if they work in between.
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: prices
            image: docker.io/acme/price-refresher:0.9
    `,
    template`
      metadata:
        annotations:
          autoscaling.knative.dev/minScale: "2"
      #                                     ^^^ 2 instances are kept while idle, but the sidecars have CPU only during requests. Set "run.googleapis.com/cpu-throttling" to "false" if they work in between.
          run.googleapis.com/cpu-throttling: "true"
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: cache
            image: docker.io/library/redis:7.4
    `,
  ],
  good: [
    template`
      metadata:
        annotations:
          autoscaling.knative.dev/minScale: "1"
          run.googleapis.com/cpu-throttling: "false"
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: prices
            image: docker.io/acme/price-refresher:0.9
    `,
    template`
      metadata:
        annotations:
          autoscaling.knative.dev/minScale: "0"
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: prices
            image: docker.io/acme/price-refresher:0.9
    `,
    template`
      metadata:
        annotations:
          autoscaling.knative.dev/minScale: "1"
      spec:
        containers:
          - name: proxy
            image: docker.io/library/nginx:1.29
            ports: [{ containerPort: 8080 }]
            volumeMounts:
              - name: config
                mountPath: /etc/nginx/conf.d
          - name: shop
            image: docker.io/acme/shop:1.4.2
            env: [{ name: PORT, value: "9000" }]
          - name: sql
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
            args: ["--lazy-refresh", "--port=5432", "acme-prod:europe-west1:orders"]
        volumes:
          - name: config
            secret:
              secretName: nginx
              items: [{ key: latest, path: default.conf }]
    `,
  ],
  *check(service) {
    const { kept } = service.scaling;
    if (!kept || service.hasCpuAlways !== false) return;
    const instance = instanceOf(service);
    const { members } = instance;
    // Beside a monitoring agent the same is more than advice, and a rule of its own.
    if (members.some(({ role }) => isMonitoring(role))) return;
    // The application behind a proxy is no sidecar, and of database proxies a rule of their own says more.
    const applications = frontProxyOf(instance) ? applicationsOf(instance) : [];
    const sidecars = members.filter(({ container, role }) => !container.isIngress && !isDatabaseProxy(role));
    if (sidecars.length === 0 || (sidecars.length === 1 && applications.includes(sidecars[0]!))) return;
    const count = kept.value === 1 ? 'One instance is' : `${kept.value} instances are`;
    yield {
      on: kept.field,
      message: say`${count} kept while idle, but the sidecars have CPU only during requests. Set ${annotationName('run.googleapis.com/cpu-throttling')} to ${valueName('false', 'run.googleapis.com/cpu-throttling')} if they work in between.`,
    };
  },
});
