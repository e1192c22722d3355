import { template } from '../../../src/examples.ts';

export default [
  // An agent is judged by "missing-agent-setting".
  template`
    spec:
      containers:
        - name: datadog
          image: gcr.io/datadoghq/serverless-init:1
  `,
  // Its configuration is mounted.
  template`
    spec:
      containers:
        - { name: haproxy, image: "docker.io/library/haproxy:3.1", ports: [{ containerPort: 8080 }], volumeMounts: [{ name: conf, mountPath: /usr/local/etc/haproxy }] }
        - { name: web, image: "docker.io/acme/web:1.8.2" }
      volumes:
        - { name: conf, secret: { secretName: haproxy, items: [{ key: "1", path: haproxy.cfg }] } }
  `,
  // An empty list of variables is no place to point at.
  template`
    spec:
      containers:
        - name: auth
    #           ^^^^ "auth" has no "OAUTH2_PROXY_EMAIL_DOMAINS", so it does not know whom to let in and exits at start.
    #           ^^^^ "auth" has no "OAUTH2_PROXY_CLIENT_ID", so it exits at start.
    #           ^^^^ "auth" has no "OAUTH2_PROXY_COOKIE_SECRET", so it exits at start.
          image: europe-west1-docker.pkg.dev/acme-prod/quay/oauth2-proxy/oauth2-proxy:v7.12.0
          ports: [{ containerPort: 4180 }]
          env:
        - { name: web, image: "docker.io/acme/web:1.8.2" }
  `,
  // What is only called like it.
  template`
    spec:
      containers:
        - { name: oauth2-proxy, image: "docker.io/acme/login:1.4.2", ports: [{ containerPort: 4180 }] }
        - { name: web, image: "docker.io/acme/web:1.8.2" }
  `,
];
