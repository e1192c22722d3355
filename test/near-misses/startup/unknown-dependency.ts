import { manifest, template } from '../../../src/examples.ts';

export default [
  // A template line may bring what is missing.
  manifest`
    apiVersion: serving.knative.dev/v1
    kind: Service
    metadata:
      name: shop
    spec:
      template:
        metadata:
          annotations:
            run.googleapis.com/container-dependencies: '{"web":["datadog-agnet"]}'
        spec:
          containers:
            - name: web
              image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
              ports: [{ containerPort: 8080 }]
            - name: datadog-agent
              image: gcr.io/datadoghq/serverless-init:1.7.5
              env: [{ name: DD_HEALTH_PORT, value: "5555" }]
              startupProbe: { tcpSocket: { port: 5555 } }
    {{- include "shop.more" . }}
  `,
  // Here it turns on `mayBeMadeUp(name, hasUnnamed)`, `name === ''`.
  template`
    metadata:
      annotations:
        run.googleapis.com/container-dependencies: "{\"\":[\"datadog-agent\"]}"
    spec:
      containers:
        - name: datadog-agent
          image: europe-west1-docker.pkg.dev/acme-prod/shop/agent:1.8.2
  `,
  // Here it turns on `containers.length === 0`.
  template`
    metadata:
      annotations:
        run.googleapis.com/container-dependencies: "{\"web\":[\"collector\"]}"
  `,
  // Here it turns on `/-\d+$/.test(name)`.
  template`
    metadata:
      annotations:
        run.googleapis.com/container-dependencies: "{\"web\":[\"datadog-agnet\"]}"
    #                                                ^^^^^^^ No container is called "web", which is to wait for "datadog-agnet".
    #                                                         ^^^^^^^^^^^^^^^^^ "web" waits for "datadog-agnet", but no container has that name.
    spec:
      containers:
        - image: gcr.io/datadoghq/serverless-init:1.7.5
  `,
];
