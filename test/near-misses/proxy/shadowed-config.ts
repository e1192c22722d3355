import { template } from '../../../src/examples.ts';

export default [
  // Here it turns on `optional`.
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
  // Here it turns on `held.length === 0`, `other.container !== container`, `other.container.mounts.some((mount)
  // => mount.volumeName === volumeName)`.
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
    #           ~~~~ What it holds.
          emptyDir: {}
  `,
  // Here it turns on `mount.field.get('subPath').exists`.
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
  // Here it turns on `!held`.
  template`
    spec:
      containers:
        - name: envoy
          image: docker.io/envoyproxy/envoy:v1.34.4
          ports: [{ containerPort: 8080 }]
          volumeMounts: [{ name: config, mountPath: /etc/envoy }]
  `,
  // Here it turns on `!member.isCertain`.
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
  // Here it turns on `settings.mayHideSome`.
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
  // Here it turns on `main === undefined`.
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
  // Here it turns on `!volume?.isMemory`.
  template`
    spec:
      containers:
        - name: envoy
          image: docker.io/envoyproxy/envoy:v1.34.4
          ports: [{ containerPort: 8080 }]
          volumeMounts: [{ name: config, mountPath: /etc/envoy }]
    #                                               ^^^^^^^^^^ The volume "config" in "envoy" hides the "envoy.yaml" that Envoy reads, and holds "envoy-config" alone.
        - name: web
          image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
          volumeMounts: [{ name: config }]
      volumes:
        - name: config
    #           ~~~~~~ What it holds.
          secret: { secretName: envoy-config }
  `,
  // Here it turns on `commandLine.givesProgram`.
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
];
