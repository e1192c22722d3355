import { template } from '../../../src/examples.ts';

export default [
  // What is no proxy has no port for administration that is known.
  template`
    spec:
      containers:
        - name: app
          image: europe-west1-docker.pkg.dev/acme-prod/shop/backoffice:1.8.2
          ports: [{ containerPort: 8080 }]
  `,
  // Requests go to port 8080 by default, where nginx has none for administration.
  template`
    spec:
      containers:
        - name: nginx
          image: docker.io/library/nginx:1.29.1
          ports: []
        - name: cache
          image: docker.io/library/redis:8.2.1
  `,
  // An image of the team's own may listen for requests there.
  template`
    spec:
      containers:
        - name: envoy
          image: docker.io/acme/envoy:1.4.2
          ports: [{ containerPort: 9901 }]
        - name: web
          image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
  `,
  // The port is the one for requests.
  template`
    spec:
      containers:
        - name: auth
          image: europe-west1-docker.pkg.dev/acme-prod/quay/oauth2-proxy/oauth2-proxy:v7.12.0
          args: ["--config=/etc/oauth2-proxy/oauth2-proxy.cfg"]
          ports: [{ containerPort: 4180 }]
  `,
  // Without a number the port for requests is 8080, and Traefik's dashboard is on it by choice.
  template`
    spec:
      containers:
        - name: traefik
          image: docker.io/library/traefik:v3.5
          args: ["--api.insecure=true"]
          ports: [{ name: http1 }]
  `,
];
