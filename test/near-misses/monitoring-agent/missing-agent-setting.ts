import { template } from '../../../src/examples.ts';

export default [
  // Nothing but its image is said of it, so the key is not set.
  template`
    spec:
      containers:
        - name: datadog
    #           ^^^^^^^ "datadog" has no "DD_API_KEY", so Datadog refuses what it sends.
          image: gcr.io/datadoghq/serverless-init:1
  `,
  // An image of the team's own that gets other settings gets all of them here.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
        - name: splunk
          image: europe-west1-docker.pkg.dev/acme-prod/apps/serverless-init:7
          env:
    #     ^^^ "splunk" has no "DD_API_KEY", so Datadog refuses what it sends.
            - name: SPLUNK_ACCESS_TOKEN
  `,
  // A proxy is judged by "missing-proxy-setting".
  template`
    spec:
      containers:
        - name: auth
          image: quay.io/oauth2-proxy/oauth2-proxy:v7.12.0
          ports: [{ containerPort: 4180 }]
        - name: web
          image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
  `,
  // An image of the team's own without settings brings them with it.
  template`
    spec:
      containers:
        - name: shop
          image: europe-west1-docker.pkg.dev/acme-prod/apps/serverless-init:7
          ports: [{ containerPort: 8080 }]
        - name: cache
          image: europe-west1-docker.pkg.dev/acme-prod/apps/serverless-init:7
  `,
  // An image of the team's own that takes the requests is built on the agent.
  template`
    spec:
      containers:
        - name: shop
          image: europe-west1-docker.pkg.dev/acme-prod/apps/serverless-init:7
          ports: [{ containerPort: 8080 }]
          env: [{ name: PORT }]
  `,
  // A template brings the key, or an image of the team's own that holds the application or its settings.
  template`
    spec:
      containers:
        - { name: shop, image: "docker.io/acme/shop:1.4.2", ports: [{ containerPort: 8080 }] }
        - name: datadog
          image: gcr.io/datadoghq/serverless-init:1
          env:
            {{- include "shop.datadog" . | nindent 8 }}
  `,
  template`
    spec:
      containers:
        - { name: shop, image: "us-docker.pkg.dev/acme-prod/apps/serverless-init:7", env: [{ name: LOG_LEVEL, value: info }] }
  `,
  template`
    spec:
      containers:
        - { name: shop, image: "us-docker.pkg.dev/acme-prod/apps/serverless-init:7", ports: [{ containerPort: 8080 }], env: [{ name: LOG_LEVEL, value: info }] }
        - { name: search, image: "docker.io/acme/search:1.4.2" }
  `,
  template`
    spec:
      containers:
        - { name: shop, image: "docker.io/acme/shop:1.4.2", ports: [{ containerPort: 8080 }] }
        - { name: worker, image: "us-docker.pkg.dev/acme-prod/apps/serverless-init:7", args: [node, worker.js], env: [{ name: LOG_LEVEL, value: info }] }
  `,
  template`
    spec:
      containers:
        - { name: shop, image: "docker.io/acme/shop:1.4.2", ports: [{ containerPort: 8080 }] }
        - { name: datadog, image: "docker.io/acme/telemetry:2.1.0", env: [{ name: DD_SITE, value: datadoghq.eu }] }
  `,
  // The command line has to name its configuration, or a file is mounted.
  template`
    spec:
      containers:
        - { name: shop, image: "docker.io/acme/shop:1.4.2", ports: [{ containerPort: 8080 }] }
        - { name: collector, image: "docker.io/otel/opentelemetry-collector-k8s:0.136.0" }
  `,
  template`
    spec:
      containers:
        - { name: shop, image: "docker.io/acme/shop:1.4.2", ports: [{ containerPort: 8080 }] }
        - { name: collector, image: "docker.io/dynatrace/dynatrace-otel-collector:0.36.0", volumeMounts: [{ name: config, mountPath: /etc/otelcol }] }
  `,
  // Without one it exits, and an empty list of variables is no place to point at.
  template`
    spec:
      containers:
        - { name: shop, image: "docker.io/acme/shop:1.4.2", ports: [{ containerPort: 8080 }] }
        - name: collector
    #           ^^^^^^^^^ "collector" has no configuration. The image of Dynatrace OpenTelemetry Collector carries none, so it exits.
          image: docker.io/dynatrace/dynatrace-otel-collector:0.36.0
        - name: datadog
    #           ^^^^^^^ "datadog" has no "DD_API_KEY", so Datadog refuses what it sends.
          image: gcr.io/datadoghq/serverless-init:1
          env:
  `,
];
