import { template } from '../../src/examples.ts';
import { defineRule, instanceOf } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'retired-sidecar',
  severity: 'warning',
  appliesTo: 'workload',
  summary: 'A sidecar is a product that its makers no longer develop.',
  why: 'What is retired gets no fixes, security fixes included, and one day it no longer speaks with the service it was made for. The first generation of the Cloud SQL Auth Proxy still gets fixes, but what is new, such as `--lazy-refresh` for Cloud Run, is in the second alone.',
  remedy: 'Move to the successor that the message names; its page says how.',
  help: 'Move to the successor. Its documentation says how.',
  references: [
    'https://grafana.com/docs/agent/latest/',
    'https://grafana.com/docs/loki/latest/send-data/promtail/',
    'https://github.com/GoogleCloudPlatform/cloud-sql-proxy/blob/main/migration-guide.md',
    'https://github.com/GoogleCloudPlatform/cloud-sql-proxy#support-policy',
    'https://github.com/newrelic/nrdot-collector-releases',
  ],
  bad: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: agent
            image: docker.io/grafana/agent:v0.43.4
      #            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "agent" runs Grafana Agent, which has had no fixes since 2025-11-01. Its successor is Grafana Alloy.
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: proxy
            image: gcr.io/cloudsql-docker/gce-proxy:1.37.0
      #            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "proxy" runs Cloud SQL Auth Proxy v1, which gets fixes but nothing new. Its successor is Cloud SQL Auth Proxy v2 (gcr.io/cloud-sql-connectors/cloud-sql-proxy).
            command: ["/cloud_sql_proxy", "-instances=acme-prod:europe-west1:orders=tcp:5432"]
    `,
  ],
  good: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: alloy
            image: docker.io/grafana/alloy:v1.5.0
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: agent
            image: docker.io/acme/agent:1.0.0
    `,
  ],
  *check(workload) {
    for (const { isCertain, label, place, product } of instanceOf(workload).members) {
      const end = product?.endOfLife;
      if (!end || !isCertain) continue;
      const without = end.fixesOnly ? 'which gets fixes but nothing new' : 'which is retired';
      const state = end.date === undefined ? without : `which has had no fixes since ${end.date}`;
      yield { on: place, message: `"${label}" runs ${product.name}, ${state}. Its successor is ${end.successor}.` };
    }
  },
});
