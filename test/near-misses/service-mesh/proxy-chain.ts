import { template } from '../../../src/examples.ts';

export default [
  // One proxy is no chain.
  template`
    spec:
      containers:
        - name: auth
          image: quay.io/oauth2-proxy/oauth2-proxy:v7.12.0
          args: ["--upstream=http://localhost:8081"]
          ports: [{ containerPort: 4180 }]
        - name: web
          image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
          env: [{ name: PORT, value: "8081" }]
  `,
  // Without ports a proxy may be for calls to the outside.
  template`
    spec:
      containers:
        - name: nginx
          image: docker.io/library/nginx:1.29.1
          ports: []
        - name: cache
          image: docker.io/library/redis:8.2.1
  `,
  // Behind the second proxy there is no application.
  template`
    spec:
      containers:
        - name: caddy
          image: docker.io/library/caddy:2.10.2
          args: ["--to", "localhost:8090"]
          ports: [{ containerPort: 8080 }]
        - name: gateway
          image: docker.io/krakend/krakend:2.10.2
          args: ["--port", "8090"]
  `,
  // Where the first proxy passes requests on is not known.
  template`
    spec:
      containers:
        - name: caddy
          image: docker.io/library/caddy:2.10.2
          ports: [{ containerPort: 8080 }]
        - name: gateway
          image: docker.io/krakend/krakend:2.10.2
        - name: api
          image: europe-west1-docker.pkg.dev/acme-prod/shop/api:1.8.2
  `,
  // Of two applications either may be behind the second proxy.
  template`
    spec:
      containers:
        - name: caddy
    #           ^^^^^ A request passes 2 proxies before it reaches an application: "caddy" and "gateway".
          image: docker.io/library/caddy:2.10.2
          args: ["--to", "localhost:8090"]
          ports: [{ containerPort: 8080 }]
        - name: gateway
    #           ~~~~~~~ It passes this one, too.
          image: docker.io/krakend/krakend:2.10.2
          args: ["--port", "8090"]
        - name: api
          image: europe-west1-docker.pkg.dev/acme-prod/shop/api:1.8.2
        - name: search
          image: docker.io/acme/search:1.4.2
  `,
];

export const equivalent = {
  'needs.sidecars -> left out': 'Only saves time: two containers take part in each finding.',
  'needs.role -> left out': 'Only saves time: without such a container there is no front proxy to be found.',
};
