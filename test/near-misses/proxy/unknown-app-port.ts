import { beside, template } from '../../../src/examples.ts';

export default [
  // Without ports nobody says which of the two takes the requests.
  template`
    spec:
      containers:
        - name: nginx
          image: docker.io/library/nginx:1.29.1
        - name: php
          image: \${SHOP_IMAGE}
  `,
  // A probe says where the application listens.
  template`
    spec:
      containers:
        - name: envoy
          image: docker.io/envoyproxy/envoy:v1.34.4
          ports: [{ name: h2c, containerPort: 8080 }]
        - name: grpc
          image: europe-west1-docker.pkg.dev/acme-prod/shop/grpc:1.8.2
          startupProbe: { grpc: { port: 50051 } }
  `,
  // A container that is called "collector" is no application.
  template`
    spec:
      containers:
        - name: nginx
          image: docker.io/library/nginx:1.29.1
          ports: [{ containerPort: 80 }]
        - name: collector
          image: \${SHOP_IMAGE}
  `,
  // A volume that is not there may be one in memory, with a socket on it.
  template`
    spec:
      containers:
        - name: nginx
          image: docker.io/library/nginx:1.29.1
          ports: [{ containerPort: 80 }]
        - name: php
          image: \${SHOP_IMAGE}
          volumeMounts: [{ name: config }]
  `,
  // The proxy is told where the application listens.
  template`
    spec:
      containers:
        - name: caddy
          image: docker.io/library/caddy:2.10.2
          args: ["--to", "localhost:8080"]
          ports: [{ containerPort: 8080 }]
        - name: web
          image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
  `,
  // Arguments that are filled in may say the port.
  template`
    spec:
      containers:
        - name: backoffice
          image: europe-west1-docker.pkg.dev/acme-prod/shop/backoffice:1.8.2
          args: ["\${ARGS}"]
        - name: auth
          image: europe-west1-docker.pkg.dev/acme-prod/quay/oauth2-proxy/oauth2-proxy:v7.12.0
          ports: [{ containerPort: 4180 }]
  `,
  // An argument says the port.
  template`
    spec:
      containers:
        - name: backoffice
          image: europe-west1-docker.pkg.dev/acme-prod/shop/backoffice:1.8.2
          args: ["--grpc-listen=:50051"]
        - name: auth
          image: europe-west1-docker.pkg.dev/acme-prod/quay/oauth2-proxy/oauth2-proxy:v7.12.0
          ports: [{ containerPort: 4180 }]
  `,
  // A variable says a port.
  template`
    spec:
      containers:
        - name: nginx
          image: docker.io/library/nginx:1.29.1
          ports: [{ containerPort: 8080 }]
        - name: web
          image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
          env: [{ name: LOG_LEVEL, value: localhost:9999 }]
  `,
  // Of two applications one may be a worker, which listens nowhere.
  template`
    spec:
      containers:
        - name: backoffice
          image: europe-west1-docker.pkg.dev/acme-prod/shop/backoffice:1.8.2
        - name: auth
          image: europe-west1-docker.pkg.dev/acme-prod/quay/oauth2-proxy/oauth2-proxy:v7.12.0
          ports: [{ containerPort: 4180 }]
        - name: search
          image: docker.io/acme/search:1.4.2
  `,
  // A template, a socket, a variable that is filled in or one that speaks of an address.
  template`
    spec:
      containers:
        - { name: nginx, image: "docker.io/library/nginx:1.29.1", ports: [{ containerPort: 8080 }], volumeMounts: [{ name: conf, mountPath: /etc/nginx/conf.d }] }
        - { name: web, image: "docker.io/acme/web:1.8.2" }
      volumes:
        - { name: conf, secret: { secretName: nginx, items: [{ key: "1", path: default.conf }] } }
    {{- include "shop.more" . }}
  `,
  template`
    spec:
      containers:
        - { name: nginx, image: "docker.io/library/nginx:1.29.1", ports: [{ containerPort: 8080 }], volumeMounts: [{ name: conf, mountPath: /etc/nginx/conf.d }] }
        - { name: web, image: "docker.io/acme/web:1.8.2", args: ["--bind", "unix:/run/web.sock"] }
      volumes:
        - { name: conf, secret: { secretName: nginx, items: [{ key: "1", path: default.conf }] } }
  `,
  template`
    spec:
      containers:
        - { name: nginx, image: "docker.io/library/nginx:1.29.1", ports: [{ containerPort: 8080 }], volumeMounts: [{ name: conf, mountPath: /etc/nginx/conf.d }] }
        - { name: web, image: "docker.io/acme/web:1.8.2", env: [{ name: "\${NAME}", value: web }] }
      volumes:
        - { name: conf, secret: { secretName: nginx, items: [{ key: "1", path: default.conf }] } }
  `,
  template`
    spec:
      containers:
        - { name: nginx, image: "docker.io/library/nginx:1.29.1", ports: [{ containerPort: 8080 }], volumeMounts: [{ name: conf, mountPath: /etc/nginx/conf.d }] }
        - { name: web, image: "docker.io/acme/web:1.8.2", env: [{ name: BIND_TO, value: everything }] }
      volumes:
        - { name: conf, secret: { secretName: nginx, items: [{ key: "1", path: default.conf }] } }
  `,
  // Its Dockerfile tells people the port.
  beside(
    template`
      spec:
        containers:
          - { name: nginx, image: "docker.io/library/nginx:1.29.1", ports: [{ containerPort: 8080 }], volumeMounts: [{ name: conf, mountPath: /etc/nginx/conf.d }] }
          - { name: web, image: "europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2" }
        volumes:
          - { name: conf, secret: { secretName: nginx, items: [{ key: "1", path: default.conf }] } }
    `,
    {
      'web/Dockerfile': `
        FROM oven/bun:1.2
        EXPOSE 3000
        CMD ["bun", "index.tsx"]
      `,
    },
  ),
  beside(
    template`
      spec:
        containers:
          - { name: nginx, image: "docker.io/library/nginx:1.29.1", ports: [{ containerPort: 8080 }], volumeMounts: [{ name: conf, mountPath: /etc/nginx/conf.d }] }
          - { name: web, image: "europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2" }
      #             ^^^ Nothing says on which port "web" listens. Cloud Run sets PORT only for "nginx".
        volumes:
          - { name: conf, secret: { secretName: nginx, items: [{ key: "1", path: default.conf }] } }
    `,
    {
      'web/Dockerfile': `
        FROM oven/bun:1.2
        CMD ["bun", "index.tsx"]
      `,
    },
  ),
];

export const equivalent = {
  'needs.sidecars -> left out': 'Only saves time: two containers take part in each finding.',
  'needs.role -> left out': 'Only saves time: without such a container there is no front proxy to be found.',
};
