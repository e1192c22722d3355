import { manifest, template } from '../../src/examples.ts';
import type { HelpfulFinding, Listener, Member } from '../../src/rule-kit.ts';
import { defineRule, freePort, instanceOf, moveTo } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'port-collision',
  severity: 'error',
  appliesTo: 'workload',
  needs: { sidecars: true, wholeText: true },
  summary: 'Two containers of an instance listen on the same port.',
  why: `All containers of an instance share one network, as programs on one machine do. A port belongs to whoever opens it first; the second gets "address already in use" and, most often, exits. Which of the two it is changes from start to start, and with it whether the instance works.

It is easily missed after a move from Docker Compose or from Pods, where each container had an address of its own.`,
  remedy:
    'Move one of the two to another port by its own setting, and tell its callers: `PORT` for an application, `--port` or `--http-port` for the Cloud SQL Auth Proxy, `--web.listen-address` for Prometheus, the `endpoint` of a receiver for a collector.',
  references: [
    'https://cloud.google.com/run/docs/deploying#sidecars',
    'https://cloud.google.com/blog/products/serverless/cloud-run-now-supports-multi-container-deployments',
  ],
  bad: [
    template`
      metadata:
        annotations:
          run.googleapis.com/container-dependencies: '{"nginx":["web"]}'
      spec:
        containers:
          - name: nginx
            image: docker.io/library/nginx:1.29.1
            ports: [{ containerPort: 8080 }]
      #                              ~~~~ "nginx" listens on 8080, too.
            volumeMounts: [{ name: nginx-conf, mountPath: /etc/nginx/conf.d }]
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            env: [{ name: PORT, value: "8080" }]
      #                                ^^^^^^ "web" listens on port 8080, and so does "nginx". They share one network, so only one of them can.
            startupProbe: { tcpSocket: { port: 8080 } }
        volumes:
          - name: nginx-conf
            secret: { secretName: nginx-conf, items: [{ key: "3", path: default.conf }] }
    `,
    template`
      spec:
        containers:
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            ports: [{ containerPort: 8080 }]
          - name: cloud-sql-proxy
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.16.0
            args: ["--port=5432", "--health-check", "--http-address=0.0.0.0", "acme-prod:europe-west1:shop"]
          - name: prometheus
            image: docker.io/prom/prometheus:v3.5.0
      #            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "prometheus" listens on port 9090, and so does "cloud-sql-proxy". They share one network, so only one of them can.
    `,
    template`
      spec:
        containers:
          - name: nginx
            image: docker.io/library/nginx:1.29.1
            ports: [{ containerPort: 8080 }]
            volumeMounts: [{ name: nginx-conf, mountPath: /etc/nginx/conf.d }]
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            command: [uvicorn, main:app, --port, "8080"]
      #                                          ^^^^^^ "web" listens on port 8080, and so does "nginx". They share one network, so only one of them can.
        volumes:
          - name: nginx-conf
            secret: { secretName: nginx-conf, items: [{ key: "3", path: default.conf }] }
    `,
    template`
      spec:
        containers:
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            ports: [{ containerPort: 8126 }]
          - name: datadog
            image: gcr.io/datadoghq/serverless-init:1.7.5
      #            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "datadog" listens on port 8126, and so does "web". They share one network, so only one of them can.
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
            image: docker.io/library/nginx:1.29.1
            ports: [{ containerPort: 8080 }]
            volumeMounts: [{ name: nginx-conf, mountPath: /etc/nginx/conf.d }]
            resources: { limits: { cpu: 500m, memory: 256Mi } }
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            env: [{ name: PORT, value: "8888" }]
            startupProbe: { tcpSocket: { port: 8888 } }
            resources: { limits: { cpu: "1", memory: 512Mi } }
        volumes:
          - name: nginx-conf
            secret: { secretName: nginx-conf, items: [{ key: "3", path: default.conf }] }
    `,
    template`
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            ports: [{ containerPort: 8080 }]
            resources: { limits: { cpu: "1", memory: 512Mi } }
          # One port each: metrics of the one, health of the other.
          - name: cloud-sql-proxy
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.16.0
            args: ["--port=5432", "--health-check", "--http-address=0.0.0.0", "--http-port=9091", "--lazy-refresh", "acme-prod:europe-west1:shop"]
            resources: { limits: { cpu: 500m, memory: 256Mi } }
          - name: prometheus
            image: docker.io/prom/prometheus:v3.5.0
            resources: { limits: { cpu: 500m, memory: 512Mi } }
    `,
    template`
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/app:1.8.2
            ports: [{ containerPort: 8080 }]
            resources: { limits: { cpu: "1", memory: 512Mi } }
          # The worker of the same image gets the same variables, but serves nothing.
          - name: worker
            image: europe-west1-docker.pkg.dev/acme-prod/shop/app:1.8.2
            args: ["work", "--queue=mail"]
            env: [{ name: PORT, value: "8080" }]
            resources: { limits: { cpu: "1", memory: 512Mi } }
    `,
    template`
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            ports: [{ containerPort: 8125 }]
            resources: { limits: { cpu: "1", memory: 512Mi } }
          # The same number over UDP is another port.
          - name: datadog
            image: gcr.io/datadoghq/serverless-init:1.7.5
            env:
              - name: DD_API_KEY
                valueFrom: { secretKeyRef: { name: datadog, key: "1" } }
              - { name: DD_SITE, value: datadoghq.eu }
            resources: { limits: { cpu: 500m, memory: 512Mi } }
    `,
    template`
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            ports: [{ containerPort: 8080 }]
            resources: { limits: { cpu: "1", memory: 512Mi } }
          # By its name it serves nobody, whatever variables it is given.
          - name: mail-worker
            image: europe-west1-docker.pkg.dev/acme-prod/shop/mails:1.8.2
            env: [{ name: PORT, value: "8080" }]
            resources: { limits: { cpu: "1", memory: 512Mi } }
    `,
    manifest`
      apiVersion: run.googleapis.com/v1
      kind: Job
      metadata:
        name: backup
      spec:
        template:
          spec:
            template:
              spec:
                serviceAccountName: backup@acme-prod.iam.gserviceaccount.com
                containers:
                  # The image of a server, for the client in it.
                  - name: dump
                    image: docker.io/library/postgres:17
                    command: ["pg_dump", "--host=localhost", "--file=/backup/shop.sql", "shop"]
                    volumeMounts: [{ name: backup, mountPath: /backup }]
                  - name: cloud-sql-proxy
                    image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.16.0
                    args: ["--port=5432", "acme-prod:europe-west1:shop"]
                volumes:
                  - name: backup
                    csi: { driver: gcsfuse.run.googleapis.com, volumeAttributes: { bucketName: acme-backup } }
    `,
    template`
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            ports: [{ containerPort: 3000 }]
            resources: { limits: { cpu: "1", memory: 512Mi } }
          # This variant listens where PORT says.
          - name: pdf
            image: docker.io/gotenberg/gotenberg:8-cloudrun
            env: [{ name: PORT, value: "3001" }]
            resources: { limits: { cpu: "1", memory: 1Gi } }
    `,
  ],
  *check(workload) {
    const { members } = instanceOf(workload);
    const taken = new Map<string, Listener>();
    for (const member of members) yield* collisions(member, taken);
  },
});

/** Reports a container's ports that one before it has taken, and takes the others for it. */
function* collisions(member: Member, taken: Map<string, Listener>): Iterable<HelpfulFinding> {
  const reported = new Set<Member>();
  for (const listener of member.listeners) {
    const { port, udp } = listener;
    if (port === undefined || !surelyOpens(listener)) continue;
    const key = `${port}/${udp ? 'udp' : 'tcp'}`;
    const first = taken.get(key);
    if (!first) taken.set(key, listener);
    else if (first.member !== member && !reported.has(first.member)) {
      // Two of the same product meet on every port that it has; one finding says it.
      reported.add(first.member);
      yield {
        on: listener.on,
        message: `"${member.label}" listens on ${udp ? 'UDP port' : 'port'} ${port}, and so does "${first.member.label}". They share one network, so only one of them can.`,
        help: helpFor(listener, first),
        related: [{ on: first.on, message: `"${first.member.label}" listens on ${port}, too.` }],
      };
    }
  }
}

/**
 * Whether a container surely opens the port: Cloud Run sends requests there, its product or its web server does so, or its own
 * `PORT` says so. A probe alone does not tell, since a neighbour would answer it as well.
 */
function surelyOpens({ certainty, member, on }: Listener): boolean {
  if (certainty === 'certain') return true;
  if (member.product) return false;
  return on === member.container.variable('PORT')?.place && !mayBeWorker(member);
}

/** What people call a program that works off tasks and serves nobody. */
const workerWords = /work|queue|cron|sched|consum|subscri|celery|sidekiq|resque|beat|batch|job|migrat/i;

/** Whether it may run a part of an application that listens nowhere, with the variables of the part that does. */
function mayBeWorker({ container, image, instance }: Member): boolean {
  const called = [container.label, image?.path.at(-1) ?? '', ...container.command, ...container.args];
  if (called.some((text) => workerWords.test(text))) return true;
  if (container.command.length === 0 && container.args.length === 0) return false;
  return instance.members.some((other) => {
    return other.container !== container && other.container.image === container.image;
  });
}

/** How to move one of the two: a helper before the container that takes the requests. */
function helpFor(listener: Listener, first: Listener): string {
  const port = freePort(listener.member.instance);
  const pair = listener.member.container.isIngress ? [first, listener] : [listener, first];
  for (const one of pair) {
    const moved = moveTo(port, one);
    if (moved !== undefined)
      return `Set ${moved} in "${one.member.label}", for instance, and give its callers that port.`;
  }
  return `Let one of the two listen on another port, such as ${port}.`;
}
