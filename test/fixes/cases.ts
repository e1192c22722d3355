import { type Change, manifest, template } from './change.ts';

/** What repairing everything makes of a text, as far as one rule is concerned. */
export interface Case {
  readonly rule: string;
  /** How the place that changes is written. */
  readonly style: 'block' | 'flow';
  readonly change: Change;
}

const block = (rule: string, change: Change): Case => ({ rule, style: 'block', change });
const flow = (rule: string, change: Change): Case => ({ rule, style: 'flow', change });

/** Cases of every rule that repairs, in block and in flow style. */
export const cases: readonly Case[] = [
  block(
    'dependencies-not-json',
    template`
        metadata:
          annotations:
            # the start order
      <     run.googleapis.com/container-dependencies: '{web: [proxy]}' # proxy first
      >     run.googleapis.com/container-dependencies: '{"web":["proxy"]}' # proxy first
        spec:
          containers:
          - name: web
            image: docker.io/acme/web:1.2.3
            ports: [{ containerPort: 8080 }]
          - name: proxy
            image: docker.io/acme/proxy:1.2.3
            startupProbe: { tcpSocket: { port: 9090 } }
    `,
  ),
  flow(
    'dependencies-not-json',
    template`
      < metadata: { annotations: { run.googleapis.com/container-dependencies: "{web: [proxy]}" } }
      > metadata: { annotations: { run.googleapis.com/container-dependencies: '{"web":["proxy"]}' } }
        spec:
          containers:
          - { name: web, image: docker.io/acme/web:1.2.3, ports: [{ containerPort: 8080 }] }
          - { name: proxy, image: docker.io/acme/proxy:1.2.3, startupProbe: { tcpSocket: { port: 9090 } } }
    `,
  ),
  block(
    'throttled-agent',
    template`
        metadata:
          annotations:
            run.googleapis.com/cpu-boost: 'x' # keep
      >     run.googleapis.com/cpu-throttling: 'false'
        spec:
          containers:
            - name: web
              image: docker.io/acme/web:1.2.3
              ports: [{ containerPort: 8080 }]
            - name: datadog
              image: gcr.io/datadoghq/serverless-init:1.5.0
    `,
  ),
  flow(
    'throttled-agent',
    template`
      < metadata: { annotations: { "run.googleapis.com/cpu-throttling": "true" } }
      > metadata: { annotations: { "run.googleapis.com/cpu-throttling": "false" } }
        spec:
          containers:
            - { name: web, image: docker.io/acme/web:1.2.3, ports: [{ containerPort: 8080 }] }
            - { name: datadog, image: gcr.io/datadoghq/serverless-init:1.5.0 }
    `,
  ),
  block(
    'app-starts-before-agent',
    template`
      > metadata:
      >   annotations:
      >     run.googleapis.com/container-dependencies: '{"web":["collector"]}'
        # of the next revision
        spec:
            containers:
            -   name: web
                image: docker.io/acme/web:1.2.3
                ports: [{ containerPort: 8080 }]
            -   name: collector
                image: docker.io/otel/opentelemetry-collector-contrib:0.130.1
                startupProbe: { httpGet: { path: /, port: 13133 } }
    `,
  ),
  flow(
    'app-starts-before-agent',
    template`
      < metadata: { name: shop-1 }
      > metadata: { name: shop-1, annotations: { run.googleapis.com/container-dependencies: '{"web":["collector"]}' } }
        spec:
          containers:
            - { name: web, image: docker.io/acme/web:1.2.3, ports: [{ containerPort: 8080 }] }
            - name: collector
              image: docker.io/otel/opentelemetry-collector-contrib:0.130.1
              startupProbe: { httpGet: { path: /, port: 13133 } }
    `,
  ),
  block(
    'app-starts-before-sidecar',
    template`
      > metadata:
      >   annotations:
      >     run.googleapis.com/container-dependencies: '{"web":["cache"]}'
        spec:
          containers:
          # in front
          - name: web
            image: docker.io/acme/web:1.2.3
            ports: [{ containerPort: 8080 }]
            env: [{ name: REDIS_URL, value: "redis://localhost:6379" }]
          - name: cache
            image: docker.io/library/redis:8.2.1
            startupProbe: { tcpSocket: { port: 6379 } }
    `,
  ),
  flow(
    'app-starts-before-sidecar',
    template`
      < metadata: { name: shop-1 }
      > metadata: { name: shop-1, annotations: { run.googleapis.com/container-dependencies: '{"web":["cache"]}' } }
        spec:
          containers:
            - { name: web, image: web, ports: [{ containerPort: 8080 }], env: [{ name: C, value: "redis://localhost" }] }
            - { name: cache, image: "redis:8.2.1", startupProbe: { tcpSocket: { port: 6379 } } }
    `,
  ),
  block(
    'proxy-starts-before-app',
    template`
        metadata:
          annotations:
            run.googleapis.com/execution-environment: gen2
      >     run.googleapis.com/container-dependencies: '{"nginx":["web"]}'
        spec:
          containers:
            - name: nginx
              image: docker.io/library/nginx:1.27.5
              ports: [{ containerPort: 80 }]
            - name: web
              image: docker.io/acme/web:1.2.3
              startupProbe: { tcpSocket: { port: 9000 } }
    `,
  ),
  flow(
    'proxy-starts-before-app',
    template`
      < metadata: {}
      > metadata:
      >   annotations:
      >     run.googleapis.com/container-dependencies: '{"nginx":["web"]}'
        spec:
          containers:
            - { name: nginx, image: docker.io/library/nginx:1.27.5, ports: [{ containerPort: 80 }] }
            - { name: web, image: docker.io/acme/web:1.2.3, startupProbe: { tcpSocket: { port: 9000 } } }
    `,
  ),
  block(
    'app-starts-before-database-proxy',
    template`
        metadata:
          annotations:
      <     run.googleapis.com/container-dependencies: '{"web":["cache"]}'
      >     run.googleapis.com/container-dependencies: '{"web":["cache","proxy"]}'
        spec:
          containers:
            - name: web
              image: docker.io/acme/web:1.2.3
              ports: [{ containerPort: 8080 }]
              env: [{ name: DB_HOST, value: "127.0.0.1:5432" }]
            - name: cache
              image: docker.io/library/redis:7.4
              startupProbe: { tcpSocket: { port: 6379 } }
            - name: proxy
              image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
              args: [--port=5432, --health-check, --http-address=0.0.0.0, "acme-prod:europe-west1:orders"]
              startupProbe: { httpGet: { path: /startup, port: 9090 } }
    `,
  ),
  flow(
    'app-starts-before-database-proxy',
    template`
      < metadata: { annotations: { "run.googleapis.com/container-dependencies": "{\"web\":[\"cache\"]}" } }
      > metadata: { annotations: { "run.googleapis.com/container-dependencies": "{\"web\":[\"cache\",\"proxy\"]}" } }
        spec:
          containers:
            - name: web
              image: docker.io/acme/web:1.2.3
              ports: [{ containerPort: 8080 }]
              env: [{ name: DB_HOST, value: "127.0.0.1:5432" }]
            - name: cache
              image: docker.io/library/redis:7.4
              startupProbe: { tcpSocket: { port: 6379 } }
            - name: proxy
              image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
              args: [--port=5432, --health-check, --http-address=0.0.0.0, "acme-prod:europe-west1:orders"]
              startupProbe: { httpGet: { path: /startup, port: 9090 } }
    `,
  ),
  block(
    'unknown-proxy-flag',
    template`
        spec:
          containers:
            - name: web
              image: docker.io/acme/web:1.2.3
              ports: [{ containerPort: 8080 }]
            - name: proxy
              image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
              args:
      <         - "-enable_iam_login" # no password
      >         - "--auto-iam-authn" # no password
                - acme-prod:europe-west1:orders
    `,
  ),
  flow(
    'unknown-proxy-flag',
    template`
        spec:
          containers:
            - { name: web, image: docker.io/acme/web:1.2.3, ports: [{ containerPort: 8080 }] }
            - name: proxy
              image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
      <       args: ["--port 5432", '-enable_iam_login', "acme-prod:europe-west1:orders"]
      >       args: ["--port=5432", '--auto-iam-authn', "acme-prod:europe-west1:orders"]
    `,
  ),
  block(
    'throttled-database-proxy',
    template`
        spec:
          containers:
            - name: web
              image: docker.io/acme/web:1.2.3
              ports: [{ containerPort: 8080 }]
            - name: proxy
              image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
              args:
              - acme-prod:europe-west1:orders # the one database
      >       - --lazy-refresh
              # the end
    `,
  ),
  flow(
    'throttled-database-proxy',
    template`
        spec:
          containers:
            - { name: web, image: docker.io/acme/web:1.2.3, ports: [{ containerPort: 8080 }] }
            - name: proxy
              image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
      <       args: ["--port=5432", "acme-prod:europe-west1:orders"]
      >       args: ["--port=5432", "acme-prod:europe-west1:orders", "--lazy-refresh"]
    `,
  ),
  block(
    'invalid-cpu',
    template`
        spec:
          containers:
            - image: docker.io/acme/web:1.2.3
              resources:
                limits:
      <           cpu:   1 # one
      >           cpu:   '1' # one
                  memory: 512Mi
    `,
  ),
  flow(
    'invalid-cpu',
    template`
        spec:
          containers:
            - image: "docker.io/acme/web:1.2.3"
      <       resources: {limits: {cpu: 2, memory: 512Mi}}
      >       resources: {limits: {cpu: "2", memory: 512Mi}}
    `,
  ),
  block(
    'unbounded-memory-volume',
    template`
        spec:
          containers:
            - image: docker.io/acme/web:1.2.3
              resources: { limits: { cpu: "1", memory: 1Gi } }
              volumeMounts: [{ name: scratch, mountPath: /scratch }]
          volumes:
            - name: scratch
              emptyDir:
                medium: Memory # fast
      >         sizeLimit: 256Mi
    `,
  ),
  flow(
    'unbounded-memory-volume',
    template`
        spec:
          containers:
            - image: docker.io/acme/web:1.2.3
              resources: { limits: { cpu: "1", memory: 1Gi } }
              volumeMounts: [{ name: scratch, mountPath: /scratch }]
          volumes:
      <     - {name: scratch, emptyDir: {medium: Memory}}
      >     - {name: scratch, emptyDir: {medium: Memory, sizeLimit: 256Mi}}
    `,
  ),
  block(
    'implicit-volume-medium',
    template`
        spec:
          containers:
            - image: docker.io/acme/web:1.2.3
              volumeMounts: [{ name: scratch, mountPath: /scratch }]
          volumes:
            - name: scratch
              emptyDir: # small
      >         medium: Memory
                sizeLimit: 64Mi
    `,
  ),
  flow(
    'implicit-volume-medium',
    template`
        spec:
          containers:
            - image: docker.io/acme/web:1.2.3
              volumeMounts: [{ name: scratch, mountPath: /scratch }]
          volumes:
      <     - { name: scratch, emptyDir: {} }
      >     - { name: scratch, emptyDir: { medium: Memory } }
    `,
  ),
  block(
    'misplaced-annotation',
    manifest`
        apiVersion: serving.knative.dev/v1
        kind: Service
        metadata:
          name: shop
          annotations:
            run.googleapis.com/ingress: internal
      <     # of each instance
      <     run.googleapis.com/cpu-throttling: "false" # agents
      >     # of each instance
        spec:
          template:
      >     metadata:
      >       annotations:
      >         run.googleapis.com/cpu-throttling: "false" # agents
            spec:
              containers:
                - image: docker.io/acme/web:1.2.3
    `,
  ),
  flow(
    'misplaced-annotation',
    manifest`
        apiVersion: serving.knative.dev/v1
        kind: Service
      < metadata: { name: shop, annotations: { run.googleapis.com/cpu-throttling: "false" } }
      > metadata: { name: shop }
        spec:
          template:
      <     metadata: { annotations: { run.googleapis.com/startup-cpu-boost: "true" } }
      >     metadata: { annotations: { run.googleapis.com/startup-cpu-boost: "true", run.googleapis.com/cpu-throttling: "false" } }
            spec:
              containers:
                - image: docker.io/acme/web:1.2.3
    `,
  ),
  block(
    'ineffective-annotation',
    manifest`
        apiVersion: serving.knative.dev/v1
        kind: Service
        metadata:
          name: shop
          annotations:
            run.googleapis.com/ingress: internal
      <     run.googleapis.com/execution-environment: gen2
        spec:
          template:
            metadata:
              annotations:
                run.googleapis.com/execution-environment: gen2
            spec:
              containers:
                - image: docker.io/acme/web:1.2.3
    `,
  ),
  flow(
    'ineffective-annotation',
    manifest`
        apiVersion: serving.knative.dev/v1
        kind: Service
      < metadata: { name: shop, annotations: { run.googleapis.com/ingress: internal, run.googleapis.com/execution-environment: gen2 } }
      > metadata: { name: shop, annotations: { run.googleapis.com/ingress: internal } }
        spec:
          template:
            metadata: { annotations: { run.googleapis.com/execution-environment: gen2 } }
            spec:
              containers:
                - image: docker.io/acme/web:1.2.3
    `,
  ),
  block(
    'unknown-annotation',
    template`
        metadata:
          annotations:
      <     run.googleapis.com/cpu-throtling: "false" # agents
      >     run.googleapis.com/cpu-throttling: "false" # agents
        spec:
          containers:
            - image: docker.io/acme/web:1.2.3
    `,
  ),
  flow(
    'unknown-annotation',
    template`
      < metadata: {annotations: {"autoscaling.knative.dev/max-scale": "5"}}
      > metadata: {annotations: {"autoscaling.knative.dev/maxScale": "5"}}
        spec:
          containers:
            - image: docker.io/acme/web:1.2.3
    `,
  ),
  block(
    'deprecated-annotation',
    template`
        metadata:
          annotations:
            run.googleapis.com/network-interfaces: '[{"network":"default","subnetwork":"default"}]'
      <     run.googleapis.com/vpc-access-egress: "all" # and nothing else
      >     run.googleapis.com/vpc-access-egress: "all-traffic" # and nothing else
        spec:
          containers:
            - image: docker.io/acme/web:1.2.3
    `,
  ),
  flow(
    'deprecated-annotation',
    manifest`
        apiVersion: serving.knative.dev/v1
        kind: Service
      < metadata: { name: shop, annotations: { run.googleapis.com/source-location: gs://acme/shop.zip } }
      > metadata: { name: shop, annotations: { run.googleapis.com/build-source-location: gs://acme/shop.zip } }
        spec:
          template:
            spec:
              containers:
                - image: docker.io/acme/web:1.2.3
    `,
  ),
  block(
    'missing-launch-stage',
    manifest`
        apiVersion: serving.knative.dev/v1
        kind: Service
        metadata:
          name: shop # the shop
      >   annotations:
      >     run.googleapis.com/launch-stage: BETA
        spec:
          template:
            spec:
              containers:
                - image: docker.io/acme/web:1.2.3
                  sandboxLauncher: true
    `,
  ),
  flow(
    'missing-launch-stage',
    manifest`
        apiVersion: run.googleapis.com/v1
        kind: Job
      < metadata: { name: report, annotations: { run.googleapis.com/launch-stage: 'GA' } }
      > metadata: { name: report, annotations: { run.googleapis.com/launch-stage: 'BETA' } }
        spec:
          template:
            spec:
              template: { spec: { containers: [{ image: docker.io/acme/report:1.2.3, sandboxLauncher: true }] } }
    `,
  ),
  block(
    'export-noise',
    manifest`
        apiVersion: serving.knative.dev/v1
        kind: Service
        metadata:
      <   generation: 3
          name: shop # the shop
          labels:
            cloud.googleapis.com/location: europe-west1
      <   selfLink: /apis/serving.knative.dev/v1/namespaces/123456789012/services/shop
      <   uid: 0a1b2c3d
          annotations:
            # who may call
            run.googleapis.com/ingress: internal
      <     run.googleapis.com/operation-id: 7c9e6679
        spec:
          template:
            spec:
              containers:
                - image: docker.io/acme/web:1.2.3
      < status:
      <   observedGeneration: 3
      <   conditions:
      <   - type: Ready
    `,
  ),
  flow(
    'export-noise',
    manifest`
        apiVersion: serving.knative.dev/v1
        kind: Service
      < metadata: { generation: 3, name: shop, uid: 0a1b2c3d, annotations: { run.googleapis.com/client-name: gcloud } }
      > metadata: { name: shop }
        spec: { template: { spec: { containers: [{ image: docker.io/acme/web:1.2.3 }] } } }
    `,
  ),
  block(
    'unknown-field',
    template`
        spec:
      <   container_concurrency: 20 # measured
      >   containerConcurrency: 20 # measured
          containers:
            - image: docker.io/acme/web:1.2.3
    `,
  ),
  flow(
    'unknown-field',
    template`
        spec:
          containers:
      <     - { image: docker.io/acme/web:1.2.3, "startupprobe": { tcpSocket: { port: 8080 } } }
      >     - { image: docker.io/acme/web:1.2.3, "startupProbe": { tcpSocket: { port: 8080 } } }
    `,
  ),
  block(
    'wrong-type',
    template`
        spec:
      <   timeoutSeconds: 300s
      >   timeoutSeconds: 300
          containers:
            - image: docker.io/acme/web:1.2.3
              args:
                - --workers
      <         - 4 # each with its own connection
      >         - '4' # each with its own connection
              env:
                - name: VERSION
      <           value: 1.10
      >           value: '1.10'
    `,
  ),
  flow(
    'wrong-type',
    template`
        spec:
          containers:
      <     - { image: "docker.io/acme/web:1.2.3", env: [{ name: VERSION, value: 1.10 }], args: [--workers, 4] }
      >     - { image: "docker.io/acme/web:1.2.3", env: [{ name: VERSION, value: "1.10" }], args: [--workers, "4"] }
    `,
  ),
  block(
    'yaml-1-1-value',
    template`
        spec:
          containers:
            - image: docker.io/acme/web:1.2.3
              env:
                - name: COUNTRY
      <           value: no # Norway
      >           value: 'no' # Norway
    `,
  ),
  flow(
    'yaml-1-1-value',
    template`
      < metadata: { labels: { canary: on, tier: web } }
      > metadata: { labels: { canary: 'on', tier: web } }
        spec:
          containers:
            - image: docker.io/acme/web:1.2.3
    `,
  ),
  block(
    'yaml-syntax',
    template`
        spec:
          containers:
      <     - image:	"docker.io/acme/web:1.2.3"	# pinned
      >     - image: "docker.io/acme/web:1.2.3" # pinned
              args:
                - "a	b"
    `,
  ),
  flow(
    'yaml-syntax',
    template`
        spec:
          containers:
      <     - { image: "docker.io/acme/web:1.2.3",	args: [--verbose,	"4"	] }
      >     - { image: "docker.io/acme/web:1.2.3", args: [--verbose, "4" ] }
    `,
  ),
  block(
    'wrong-api-version',
    manifest`
      < apiVersion: serving.knative.dev/v1 # as for services
      > apiVersion: run.googleapis.com/v1 # as for services
        kind: Job
        metadata:
          name: report
        spec:
          template:
            spec:
              template:
                spec:
                  containers:
                    - image: docker.io/acme/report:1.2.3
    `,
  ),
  flow(
    'wrong-api-version',
    manifest`
      < { "apiVersion": "run.googleapis.com/v1", "kind": "Service", "metadata": { "name": "shop" },
      > { "apiVersion": "serving.knative.dev/v1", "kind": "Service", "metadata": { "name": "shop" },
          "spec": { "template": { "spec": { "containers": [{ "image": "docker.io/acme/web:1.2.3" }] } } } }
    `,
  ),
  block(
    'list-expected',
    template`
        spec:
          containers:
            - image: docker.io/acme/web:1.2.3
              # one port
              ports:
      <         containerPort: 8080 # as in the image
      <         # HTTP/2
      <         name: h2c
      >         - containerPort: 8080 # as in the image
      >           # HTTP/2
      >           name: h2c
    `,
  ),
  flow(
    'list-expected',
    template`
        spec:
          containers:
            - image: docker.io/acme/web:1.2.3
      <       ports: { containerPort: 8080 } # one
      <       env: {name: A, value: b}
      >       ports: [{ containerPort: 8080 }] # one
      >       env: [{name: A, value: b}]
    `,
  ),
  block(
    'unused-ignore',
    template`
        spec:
          containers:
            - image: docker.io/acme/web:1.2.3
              resources:
                limits:
      <           # cloudrun-lint-ignore invalid-cpu: the platform writes it
      <           cpu: '1' # cloudrun-lint-ignore invalid-cpu: and again
      >           cpu: '1'
                  memory: 512Mi
    `,
  ),
  flow(
    'unused-ignore',
    template`
        spec:
          containers:
            - image: docker.io/acme/web:1.2.3
      <       resources: { limits: { cpu: much, memory: 512Mi } } # cloudrun-lint-ignore invalid-cpu, invalid-memory: x
      >       resources: { limits: { cpu: much, memory: 512Mi } } # cloudrun-lint-ignore invalid-cpu: x
    `,
  ),
];
