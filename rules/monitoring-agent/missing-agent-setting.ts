import { template } from '../../src/examples.ts';
import { configFor, defineRule, isMonitoring, missingRequirements, settingFor } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'missing-agent-setting',
  severity: 'error',
  appliesTo: 'workload',
  needs: { role: isMonitoring, certain: true },
  summary: 'A monitoring agent lacks a setting that it needs.',
  why: `The agent starts and sends nothing that its vendor accepts, or it exits at once. Containers share no variables: a key that the application has is not there for the agent.`,
  remedy: `Give the agent's own container the variable, from Secret Manager:

    - name: DD_API_KEY
      valueFrom: { secretKeyRef: { name: datadog-api-key, key: "1" } }`,
  references: [
    'https://docs.datadoghq.com/serverless/google_cloud_run/containers/sidecar/',
    'https://github.com/signalfx/splunk-otel-collector',
    'https://github.com/newrelic/nrdot-collector-releases',
    'https://cloud.google.com/run/docs/configuring/services/secrets',
  ],
  bad: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            env:
              - name: DD_API_KEY
                valueFrom: { secretKeyRef: { name: datadog, key: "1" } }
          - name: datadog
            image: gcr.io/datadoghq/serverless-init:1
            env:
      #     ^^^ "datadog" has no "DD_API_KEY", so Datadog refuses what it sends.
              - name: DD_SITE
                value: datadoghq.eu
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: splunk
            image: us-docker.pkg.dev/acme/quay/signalfx/splunk-otel-collector:0.112.0
            env:
      #     ^^^ "splunk" has no "SPLUNK_REALM", so it exits at start.
              - name: SPLUNK_ACCESS_TOKEN
                valueFrom: { secretKeyRef: { name: splunk, key: "1" } }
    `,
  ],
  good: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: datadog
            image: gcr.io/datadoghq/serverless-init:1
            env:
              - name: DD_API_KEY
                valueFrom: { secretKeyRef: { name: datadog, key: "1" } }
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: splunk
            image: us-docker.pkg.dev/acme/quay/signalfx/splunk-otel-collector:0.112.0
            env:
              - name: SPLUNK_CONFIG
                value: /etc/collector/config.yaml
            volumeMounts: [{ name: config, mountPath: /etc/collector }]
        volumes:
          - name: config
            secret: { secretName: splunk-config }
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: datadog
            image: gcr.io/datadoghq/serverless-init:1
            {{- include "shop.datadog" . | nindent 6 }}
    `,
    template`
      spec:
        containers:
          # Built on the makers' image, which runs the application.
          - name: shop
            image: europe-west1-docker.pkg.dev/acme-prod/apps/serverless-init:7
            args: ["node", "server.js"]
            ports: [{ containerPort: 8080 }]
          - name: cache
            image: docker.io/library/redis:8.2.1
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: agent
            image: gcr.io/datadoghq/agent:7
            command: ["agent", "run", "-c", "/config"]
            volumeMounts: [{ name: config, mountPath: /config }]
        volumes:
          - name: config
            secret: { secretName: datadog-config, items: [{ key: "1", path: datadog.yaml }] }
    `,
  ],
  *check(workload, { matching }) {
    for (const member of matching) {
      const { config, container, label, match, product, settings, words } = member;
      if (settings.mayHideSome) continue;
      // An image of someone's own may be an application that was built on the agent's, or bring its settings with it.
      const mayDiffer =
        workload.containers.length === 1 || container.hasPorts || words.length > 0 || container.env.length === 0;
      if (!match.stock && mayDiffer) continue;
      // Where the command line has to name it, agent-changes-mode says so.
      if (product?.config?.required && !product.wrongStarts && config === 'stock') {
        yield {
          on: container.field,
          message: `"${label}" has no configuration. The image of ${product.name} carries none, so it exits.`,
          help: configFor(member),
        };
      }
      const env = container.field.get('env');
      for (const { anyOf, otherwise } of missingRequirements(member)) {
        yield {
          on: env.exists && !env.isNull ? env : container.field,
          message: `"${label}" has no "${anyOf[0]}", so ${otherwise}.`,
          help: settingFor(member, anyOf[0] ?? ''),
        };
      }
    }
  },
});
