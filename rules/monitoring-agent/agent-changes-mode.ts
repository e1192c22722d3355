import { template } from '../../src/examples.ts';
import { defineRule, instanceOf, placeOfWrongStart } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'agent-changes-mode',
  severity: 'error',
  appliesTo: 'workload',
  needs: { sidecars: true },
  summary: 'The command or arguments stop a sidecar image from working as a sidecar.',
  why: "Some images decide by their command line what they are. Datadog's serverless-init is a sidecar only when it is started without arguments; with any, it wraps them as the application. Open Policy Agent without `run --server` is an interactive shell, cloudflared without arguments prints its version, and the first generation of the Cloud SQL Auth Proxy has no entry point at all, while the second has another program than the first. nginx without `daemon off;` goes to the background, which ends its container. The container then exits, or serves nobody.",
  remedy: 'Write the command line that the message names.',
  help: false,
  references: [
    'https://github.com/DataDog/datadog-agent/blob/main/cmd/serverless-init/mode/mode.go',
    'https://www.openpolicyagent.org/docs/deploy/docker',
    'https://github.com/cloudflare/cloudflared/blob/master/Dockerfile',
    'https://github.com/GoogleCloudPlatform/cloud-sql-proxy/blob/main/migration-guide.md',
    'https://hub.docker.com/_/nginx',
  ],
  bad: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: datadog
            image: gcr.io/datadoghq/serverless-init:1
            args: ["node", "server.js"]
      #     ^^^^ With its command line as it is, "datadog" takes its arguments for the application to run, and serves no other container. Remove them: without arguments the image is a sidecar.
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
          - name: policy
            image: docker.io/openpolicyagent/opa:1.0.0
            args: ["run", "--addr=0.0.0.0:8181"]
      #     ^^^^ With its command line as it is, "policy" is an interactive shell, not a server. Begin the arguments with "run" and "--server".
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: tunnel
            image: docker.io/cloudflare/cloudflared:2024.11.1
      #            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ With its command line as it is, "tunnel" prints its version and exits. Begin the arguments with "tunnel" and "run".
            env:
              - name: TUNNEL_TOKEN
                valueFrom: { secretKeyRef: { name: tunnel, key: "1" } }
    `,
    template`
      spec:
        containers:
          - name: edge
            image: docker.io/library/nginx:1.29.1
            args: ["nginx"]
      #     ^^^^ With its command line as it is, "edge" goes to the background, and the container ends. Add "-g" and "daemon off;", or leave the command line to the image.
            ports: [{ containerPort: 8080 }]
            volumeMounts: [{ name: sites, mountPath: /etc/nginx/conf.d }]
          - name: shop
            image: docker.io/acme/shop:1.4.2
            env: [{ name: PORT, value: "8081" }]
          - name: proxy
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
            command: ["/cloud_sql_proxy"]
      #               ^^^^^^^^^^^^^^^^^^ With its command line as it is, "proxy" looks for a program that its image does not have. Leave "command" out, or write "/cloud-sql-proxy".
            args: ["--port=5432", "acme-prod:europe-west1:orders"]
        volumes:
          - name: sites
            secret: { secretName: nginx-sites, items: [{ key: "1", path: default.conf }] }
    `,
    template`
      spec:
        containers:
          - name: edge
            image: docker.io/library/nginx:1.29.1
            command: ["/bin/sh", "-c"]
            args: ["envsubst < /sites/shop.conf > /etc/nginx/conf.d/default.conf && exec nginx"]
      #                                                                                  ^^^^^ With its command line as it is, "edge" goes to the background, and the container ends. Add "-g" and "daemon off;", or leave the command line to the image.
            ports: [{ containerPort: 8080 }]
            volumeMounts: [{ name: sites, mountPath: /sites }]
          - name: shop
            image: docker.io/acme/shop:1.4.2
            env: [{ name: PORT, value: "8081" }]
        volumes:
          - name: sites
            secret: { secretName: nginx-sites, items: [{ key: "1", path: shop.conf }] }
    `,
  ],
  good: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: policy
            image: docker.io/openpolicyagent/opa:1.0.0
            args: ["run", "--server", "--addr=0.0.0.0:8181"]
          - name: tunnel
            image: docker.io/cloudflare/cloudflared:2024.11.1
            args: ["tunnel", "--no-autoupdate", "run"]
            env:
              - name: TUNNEL_TOKEN
                valueFrom: { secretKeyRef: { name: tunnel, key: "1" } }
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: proxy
            image: gcr.io/cloudsql-docker/gce-proxy:1.37.0
            args: ["/cloud_sql_proxy", "-instances=acme-prod:europe-west1:orders=tcp:5432"]
          - name: policy
            image: docker.io/openpolicyagent/opa:1.0.0
            args: ["\${OPA_ARGS}"]
    `,
    template`
      spec:
        containers:
          - name: edge
            image: docker.io/library/nginx:1.29.1
            command: ["nginx", "-g", "daemon off;"]
            ports: [{ containerPort: 8080 }]
            volumeMounts: [{ name: sites, mountPath: /etc/nginx/conf.d }]
          - name: shop
            image: docker.io/acme/shop:1.4.2
            env: [{ name: PORT, value: "8081" }]
          - name: legacy
            image: docker.io/library/nginx:1.29.1
            # What stands in its own nginx.conf decides.
            command: ["nginx", "-c", "/conf/nginx.conf"]
            volumeMounts: [{ name: conf, mountPath: /conf }]
        volumes:
          - name: sites
            secret: { secretName: nginx-sites, items: [{ key: "1", path: default.conf }] }
          - name: conf
            secret: { secretName: nginx-conf, items: [{ key: "1", path: nginx.conf }] }
    `,
    template`
      spec:
        containers:
          # Built on the makers' image, which runs the application.
          - name: shop
            image: europe-west1-docker.pkg.dev/acme-prod/apps/serverless-init:7
            args: ["node", "server.js"]
            ports: [{ containerPort: 8080 }]
          - name: policy
            image: docker.io/openpolicyagent/opa:1.4.2
            args: ["run", "-sw", "--addr=0.0.0.0:8181"]
          - name: prometheus
            image: docker.io/prom/prometheus:v3.1.0
            workingDir: /etc/prometheus
            args: ["--web.listen-address=0.0.0.0:9091"]
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: datadog
            image: gcr.io/datadoghq/serverless-init:1
            args: ["\${DATADOG_ARGS}"]
            env:
              - name: DD_API_KEY
                valueFrom: { secretKeyRef: { name: datadog, key: "1" } }
    `,
  ],
  *check(workload) {
    for (const member of instanceOf(workload).members) {
      for (const wrong of member.product?.wrongStarts ?? []) {
        const on = placeOfWrongStart(member, wrong);
        if (!on) continue;
        yield {
          on,
          message: `With its command line as it is, "${member.label}" ${wrong.becomes}. ${wrong.instead}.`,
        };
      }
    }
  },
});
