import { template } from '../../src/examples.ts';
import type { Member } from '../../src/rule-kit.ts';
import { applicationsOf, defineRule, freePort, frontProxyOf, instanceOf, isFrontProxy } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'unknown-app-port',
  severity: 'warning',
  appliesTo: 'service',
  needs: { sidecars: true, role: isFrontProxy },
  summary: 'Nothing says on which port the application behind a proxy listens.',
  why: 'Cloud Run sets `PORT` for the container with `ports` only, and here that is the proxy. An application that reads `PORT` falls back to its own default, which is often 8080: the port that the proxy has already taken. Then one of the two cannot start, or the proxy calls a port where nobody is.',
  remedy:
    'Set `PORT` in the `env` of the application to a port that no other container uses, and let the proxy pass requests on to it. A startup probe on that port says the same, and lets the proxy wait for the application.',
  references: [
    'https://cloud.google.com/run/docs/container-contract#env-vars',
    'https://github.com/GoogleCloudPlatform/cloud-run-samples/tree/main/multi-container/hello-nginx-sample',
  ],
  bad: [
    template`
      spec:
        containers:
          - name: nginx
            image: docker.io/library/nginx:1.29.1
            ports: [{ containerPort: 8080 }]
            volumeMounts: [{ name: nginx-conf, mountPath: /etc/nginx/conf.d }]
          - name: web
      #           ^^^ Nothing says on which port "web" listens. Cloud Run sets PORT only for "nginx".
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            env: [{ name: LOG_LEVEL, value: info }]
        volumes:
          - name: nginx-conf
            secret: { secretName: nginx-conf, items: [{ key: "3", path: default.conf }] }
    `,
    template`
      spec:
        containers:
          - name: backoffice
      #           ^^^^^^^^^^ Nothing says on which port "backoffice" listens. Cloud Run sets PORT only for "auth".
            image: europe-west1-docker.pkg.dev/acme-prod/shop/backoffice:1.8.2
          - name: auth
            image: europe-west1-docker.pkg.dev/acme-prod/quay/oauth2-proxy/oauth2-proxy:v7.12.0
            args: ["--config=/etc/oauth2-proxy/oauth2-proxy.cfg"]
            ports: [{ containerPort: 4180 }]
          - name: collector
            image: docker.io/otel/opentelemetry-collector-contrib:0.128.0
    `,
  ],
  good: [
    template`
      spec:
        containers:
          - name: nginx
            image: docker.io/library/nginx:1.29.1
            ports: [{ containerPort: 80 }]
          # FastCGI on 9000, whatever the image is called.
          - name: php
            image: \${SHOP_IMAGE}
    `,
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
      metadata:
        annotations:
          run.googleapis.com/container-dependencies: '{"envoy":["grpc"]}'
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - name: envoy
            image: docker.io/envoyproxy/envoy:v1.34.4
            ports: [{ name: h2c, containerPort: 8080 }]
            volumeMounts: [{ name: envoy-yaml, mountPath: /etc/envoy }]
            resources: { limits: { cpu: 500m, memory: 256Mi } }
          - name: grpc
            image: europe-west1-docker.pkg.dev/acme-prod/shop/grpc:1.8.2
            # A flag of its own, and the probe asks the same port.
            args: ["--grpc-listen=:50051"]
            startupProbe: { grpc: { port: 50051 } }
            resources: { limits: { cpu: "1", memory: 512Mi } }
        volumes:
          - name: envoy-yaml
            secret: { secretName: envoy-yaml, items: [{ key: "1", path: envoy.yaml }] }
    `,
    template`
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - name: nginx
            image: docker.io/library/nginx:1.29.1
            ports: [{ containerPort: 8080 }]
            volumeMounts: [{ name: nginx-conf, mountPath: /etc/nginx/conf.d }, { name: socket, mountPath: /run/web }]
            resources: { limits: { cpu: 500m, memory: 256Mi } }
          # They meet at a socket in the shared folder.
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            volumeMounts: [{ name: socket, mountPath: /run/web }]
            resources: { limits: { cpu: "1", memory: 512Mi } }
        volumes:
          - name: nginx-conf
            secret: { secretName: nginx-conf, items: [{ key: "3", path: default.conf }] }
          - name: socket
            emptyDir: { medium: Memory, sizeLimit: 1Mi }
    `,
  ],
  *check(service) {
    const instance = instanceOf(service);
    const proxy = frontProxyOf(instance);
    const [application, ...others] = applicationsOf(instance);
    // Of several, some may be workers that listen nowhere.
    if (!proxy || !application || others.length > 0 || saysWhere(application, proxy)) return;
    yield {
      on: application.container.field,
      message: `Nothing says on which port "${application.label}" listens. Cloud Run sets PORT only for "${proxy.label}".`,
      help: `Set "PORT" in "${application.label}", for instance to "${freePort(instance)}", and let "${proxy.label}" pass requests on to that port of localhost.`,
    };
  },
});

/** A port in an argument: `:8081`, `--listen=8081`, `-p 8081`. */
const portInArgument = /(?:^|[:= ])\d{2,5}(?:$|[/ ])/;
/** FPM images listen on 9000 by custom. */
const hasUsualPort = /(?:^|[/_-])(?:php|fpm)\b/;

function saysWhere(application: Member, proxy: Member): boolean {
  const { beside, container, image, listeners, settings } = application;
  if (listeners.length > 0 || settings.mayHideSome || beside?.build.exposes) return true;
  if (proxy.dials.some(({ port }) => port !== undefined)) return true;
  if (sharesFolder(application, proxy) || settings.words.some(({ text }) => text.includes('unix:'))) return true;
  if ([image?.text ?? '', container.name ?? ''].some((name) => hasUsualPort.test(name))) return true;
  if (settings.words.some(({ text }) => portInArgument.test(text))) return true;
  return container.env.some(({ name, value }) => {
    return /PORT|LISTEN|BIND|ADDR/.test(name ?? '') || portInArgument.test(value ?? '');
  });
}

/** Whether both mount a volume in memory, where the application may listen on a socket. */
function sharesFolder({ container }: Member, proxy: Member): boolean {
  const shared = container.mounts.filter(({ volume }) => !volume || volume.isMemory);
  return shared.some(({ volumeName }) => proxy.container.mounts.some((mount) => mount.volumeName === volumeName));
}
