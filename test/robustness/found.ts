const head = 'apiVersion: serving.knative.dev/v1\nkind: Service\n';

/** Each input that the fuzzer found fault with, cut down to what matters, by what was wrong. */
export const found: Readonly<Record<string, string>> = {
  'an item without anything in it sought its place in its parent, which sought it in its item': `${head}spec:
  template:
    spec:
      containers:
        - -
          - image: nginx
`,
  'a list of one line in place of a text was put in quotes where no scalar can stand': `${head}spec:
  template:
    metadata:
      annotations:
        note:
        - image: docker.io/acme/shop:1.4.2
`,
  'a mapping with an explicit key was made a list without its question mark': `${head}spec:
  template:
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
          env:
            ?
              - name: DB_USER
                value: shop
`,
  'a fix that was refused beside another one was possible after it, and so left to the next run': `apiVersion: run.googleapis.com/v1
kind: Job
metadata:
  name: report
  annotations:
    ru"n.googleapis.com/launch-stage: GA
spec:
  template:
    spec:
      template:
        spec:
          containers:
            - image: docker.io/acme/report:1.4.2
              sandboxLauncher: true
`,
  'a wait between containers that share their names was added again and again': `${head}metadata:
  name: shop
spec:
  template:
    spec:
      containers:
${`        - name: shop
          image: docker.io/acme/shop:1.4.2
          env:
            - name: OTEL_EXPORTER_OTLP_ENDPOINT
              value: http://localhost:4318
        - name: collector
          image: docker.io/otel/opentelemetry-collector:0.130.1
          startupProbe: { tcpSocket: { port: 4318 } }
`.repeat(2)}`,
  'an entry was put before a key in braces, where the library cannot read it': `${head}metadata:
  name: shop
spec:
  template:
    metadata:
      {a: b}:
        c: d
    spec:
      containers:
        - name: datadog
          image: gcr.io/datadoghq/serverless-init:1
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
`,
  'a container that gets its name by a merge was shown where the name comes from': `${head}metadata: &shop
  name: shop
spec:
  template:
    spec:
      containers:
        - image: nginx
          <<: *shop
        - name: app
          image: docker.io/acme/shop:latest
          ports: [{ containerPort: 8080 }]
`,
  'an entry was moved to a place inside of what was taken out': `apiVersion: run.googleapis.com/v1
kind: Job
metadata:
  name: report
  annotations:
    run.googleapis.com/cloudsql-instances: acme-prod:europe-west1:orders
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "run.googleapis.com/cloudsql-instances" belongs on the te`,
  'a key written as a block was renamed to one that the next line went on': `${head}metadata:
  name: shop
? |-
  \u0017spec
: template:
    spec: {}
`,
  'a wait was added at the wrong place of JSON in folded lines': `${head}metadata:
  name: shop
spec:
  template:
    metadata:
      annotations:
        run.googleapis.com/container-dependencies: "{

          \\  \\"shop\\": [

          \\    \\"proxy\\"

          \\  ]

          }"
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
        - name: proxy
          image: docker.io/acme/proxy:1.4.2
          startupProbe: { tcpSocket: { port: 9000 } }
        - name: datadog
          image: gcr.io/datadoghq/serverless-init:1.7.5
          startupProbe: { tcpSocket: { port: 8126 } }
`,
  'one of several flow mappings behind a key was put in quotes': `${head}metadata:
  name: shop
spec:
  traffic:
    - revisionName: shop-1
      tag: {"a": 1}: {"b": 2}: {"c": 3}
`,
  'a value that begins with a carriage return was replaced with it': `apiVersion:\rserving.knative.dev/v1
kind: Service
metadata:
  name: shop
spec:
  template:
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
`,
  'a block that begins with an empty line was filled at the margin': `apiVersion: |-

  serving.knative.dev/v1
kind: Service
metadata:
  name: shop
spec:
  template:
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
`,
  'a block with the right text and a line break was replaced with the same': `apiVersion: |
  serving.knative.dev/v1
kind: Service
metadata:
  name: shop
spec:
  template:
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
`,
  'names that every object has were looked up as if they stood in the table': `apiVersion: serving.knative.dev/v1
kind: Service
metadata:
  name: shop
spec:
  template:
    spec:
      containers:
        - name: web
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
          env:
            - { name: constructor, value: constructor://nowhere }
        - name: proxy
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.0
          args: [acme-prod:europe-west1:shop]
          env:
            - { name: CSQL_PROXY_CONSTRUCTOR, value: "true" }
`,
  'a line separator at the end of a comment was left behind when the comment was taken out': `${head}metadata:
  # cloudrun-lint-ignore floating-image-tag: \u2028
  name: shop
spec:
  template:
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
`,
};

/** The same for inputs that are configurations. */
export const foundConfigs: Readonly<Record<string, string>> = {
  'the message about a key of several lines had several lines': `? |
  rules
  of ours
: { floating-image-tag: off }
`,
};
