import { template } from '../../../src/examples.ts';

export default [
  // Without a configuration of its own the scraper does what it does by default: "misnamed-config" reports it.
  template`
    spec:
      containers:
        - name: metrics
          image: us-docker.pkg.dev/cloud-ops-agents-artifacts/cloud-run-gmp-sidecar/cloud-run-gmp-sidecar:1.2.0
          volumeMounts: [{ name: config, mountPath: /etc/rungmp }]
      volumes:
        - name: config
          secret: { secretName: gmp-config }
  `,
  // What is in memory is empty at first, and no other container fills it.
  template`
    spec:
      containers:
        - name: nginx
          image: docker.io/library/nginx:1.29.1
          ports: [{ containerPort: 8080 }]
          volumeMounts: [{ name: conf, mountPath: /etc/nginx }]
    #                                             ^^^^^^^^^^ The volume "conf" in "nginx" hides the "nginx.conf" that nginx reads, and is empty.
        - name: web
          image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
      volumes:
        - name: conf
    #           ~~~~ The volume holds only this.
          emptyDir: {}
  `,
  // Of the secret one file alone is mounted, in place of the file that nginx reads.
  template`
    spec:
      containers:
        - image: docker.io/library/nginx:1.29
          ports: [{ containerPort: 80 }]
          volumeMounts:
            - name: nginx-conf
              mountPath: /etc/nginx/nginx.conf
              subPath: nginx.conf
      volumes:
        - name: nginx-conf
          secret:
            items:
              - path: nginx.conf
  `,
  // A volume that is not there has no files that are known.
  template`
    spec:
      containers:
        - name: envoy
          image: docker.io/envoyproxy/envoy:v1.34.4
          ports: [{ containerPort: 8080 }]
          volumeMounts: [{ name: config, mountPath: /etc/envoy }]
  `,
  // An image of the team's own may read another file.
  template`
    spec:
      containers:
        - name: envoy
          image: docker.io/acme/envoy:1.4.2
          ports: [{ containerPort: 8080 }]
          volumeMounts: [{ name: config, mountPath: /etc/envoy }]
      volumes:
        - name: config
          secret: { secretName: envoy-config }
  `,
  // A template line may bring an argument that names another file.
  template`
    spec:
      containers:
        - name: envoy
          image: docker.io/envoyproxy/envoy:v1.34.4
          ports: [{ containerPort: 8080 }]
          volumeMounts: [{ name: config, mountPath: /etc/envoy }]
        - name: web
          image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
          env: [{ name: PORT, value: "8888" }]
      volumes:
        - name: config
          secret: { secretName: envoy-config }
    {{- include "shop.more" . }}
  `,
  // Traefik needs no main file: it reads what its arguments name.
  template`
    spec:
      containers:
        - name: traefik
          image: docker.io/library/traefik:v3.5
          ports: [{ containerPort: 8080 }]
          volumeMounts: [{ name: routes, mountPath: /config }]
      volumes:
        - name: routes
          secret: { items: [{ path: routes.yaml }] }
  `,
  // A secret cannot be written to by another container, so it holds what it holds.
  template`
    spec:
      containers:
        - name: envoy
          image: docker.io/envoyproxy/envoy:v1.34.4
          ports: [{ containerPort: 8080 }]
          volumeMounts: [{ name: config, mountPath: /etc/envoy }]
    #                                               ^^^^^^^^^^ The volume "config" in "envoy" hides the "envoy.yaml" that Envoy reads, and holds only "envoy-config".
        - name: web
          image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
          volumeMounts: [{ name: config }]
      volumes:
        - name: config
    #           ~~~~~~ The volume holds only this.
          secret: { secretName: envoy-config }
  `,
  // A program of the team's own may read another file.
  template`
    spec:
      containers:
        - name: envoy
          image: docker.io/envoyproxy/envoy:v1.34.4
          ports: [{ containerPort: 8080 }]
          volumeMounts: [{ name: config, mountPath: /etc/envoy }]
          command: ["8080"]
      volumes:
        - name: config
          secret: { secretName: envoy-config }
  `,
  // A volume in memory that another container fills.
  template`
    spec:
      containers:
        - { name: caddy, image: "docker.io/library/caddy:2.10.2", ports: [{ containerPort: 8080 }], volumeMounts: [{ name: conf, mountPath: /etc/caddy }] }
        - { name: writer, image: "docker.io/acme/writer:1.4.2", volumeMounts: [{ name: conf, mountPath: /out }] }
      volumes:
        - { name: conf, emptyDir: { medium: Memory, sizeLimit: 16Mi } }
  `,
  // A folder in place of the file itself.
  template`
    spec:
      containers:
        - { name: caddy, image: "docker.io/library/caddy:2.10.2", ports: [{ containerPort: 8080 }], volumeMounts: [{ name: conf, mountPath: /etc/caddy/Caddyfile }] }
    #                                                                                                                                       ^^^^^^^^^^^^^^^^^^^^ The volume "conf" in "caddy" makes a folder of "/etc/caddy/Caddyfile", which Caddy reads as a file.
        - { name: web, image: "docker.io/acme/web:1.8.2" }
      volumes:
        - { name: conf, secret: { secretName: caddy, items: [{ key: "1", path: site }] } }
  `,
  template`
    spec:
      containers:
        - { name: haproxy, image: "docker.io/library/haproxy:3.1", ports: [{ containerPort: 8080 }], volumeMounts: [{ name: conf, mountPath: /usr/local/etc/haproxy }] }
        - { name: web, image: "docker.io/acme/web:1.8.2" }
      volumes:
        - { name: conf, secret: { secretName: haproxy, items: [{ key: "1", path: proxy.cfg }] } }
  `,
];

export const equivalent = {
  'mount.path === undefined -> false': 'Only saves time: an unknown path holds nothing.',
};
