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
            run.googleapis.com/container-dependencies:
              web: [collector]
        spec:
          containers:
            - name: web
              image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
              ports: [{ containerPort: 8080 }]
            - name: collector
              image: docker.io/otel/opentelemetry-collector-contrib:0.128.0
              startupProbe: { httpGet: { path: /, port: 13133 } }
    {{- include "shop.more" . }}
  `,
  // An annotation without a value says nothing.
  template`
    metadata:
      annotations:
        run.googleapis.com/container-dependencies: null
  `,
  // Nothing is waited for.
  template`
    metadata:
      annotations:
        run.googleapis.com/container-dependencies: '{"shop":null}'
    spec:
      containers:
        - { name: shop, image: "docker.io/acme/shop:1.4.2", ports: [{ containerPort: 8080 }] }
        - { name: web, image: "docker.io/acme/web:1.8.2" }
  `,
  // A list of names in YAML, or of lists in JSON.
  template`
    metadata:
      annotations:
        run.googleapis.com/container-dependencies: [shop, web]
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The start order is a YAML list. It must be JSON text in quotes.
    spec:
      containers:
        - { name: shop, image: "docker.io/acme/shop:1.4.2", ports: [{ containerPort: 8080 }] }
        - { name: web, image: "docker.io/acme/web:1.8.2" }
  `,
  template`
    metadata:
      annotations:
        run.googleapis.com/container-dependencies: '{"shop":[["web"]]}'
    #                                                ^^^^^^ What "shop" waits for must be a list of names, even for one.
    spec:
      containers:
        - { name: shop, image: "docker.io/acme/shop:1.4.2", ports: [{ containerPort: 8080 }] }
        - { name: web, image: "docker.io/acme/web:1.8.2" }
  `,
];
