import { template } from '../../../src/examples.ts';

export default [
  // A policy agent answers health checks without a flag of the Cloud SQL Auth Proxy's.
  template`
    spec:
      containers:
        - name: policy
          image: docker.io/openpolicyagent/opa:1.0.0
          startupProbe:
            httpGet:
              port: 8181
  `,
  // A port that is filled in may be the one that the probe asks.
  template`
    spec:
      containers:
        - name: alloydb
          image: gcr.io/alloydb-connectors/alloydb-auth-proxy:1.13.0
          args:
            - --http-port=9801\${X}
          startupProbe:
            httpGet:
              port: 9090
  `,
  // A probe of the bare port needs the health check just as well.
  template`
    spec:
      containers:
        - name: proxy
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
          args: ["--port=5432"]
          startupProbe: { tcpSocket: { port: 9090 } }
    #                                        ^^^^ The startup probe asks "proxy" on port 9090, but without "--health-check" it does not answer there.
  `,
  // A probe without a handler asks no port: Cloud Run's own rules report it.
  template`
    spec:
      containers:
        - name: proxy
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
          startupProbe: {}
  `,
  // An image of the team's own may answer health checks by default.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
        - name: proxy
          image: docker.io/acme/proxy:1.4.2
          args: ["acme-prod:europe-west1:orders"]
          startupProbe:
            httpGet:
              port: 9090
  `,
  // Without a path the probe asks "/", for which no other page is known.
  template`
    spec:
      containers:
        - name: alloydb
          image: gcr.io/alloydb-connectors/alloydb-auth-proxy:1.13.0
          args: ["--health-check"]
          startupProbe:
            httpGet:
              path: null
              port: 9090
  `,
  // A template line may bring a variable that moves the pages.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
        - name: alloydb
          image: gcr.io/alloydb-connectors/alloydb-auth-proxy:1.13.0
          args: ["--health-check", "--http-address=0.0.0.0", "projects/acme-prod/locations/europe-west1/clusters/shop/instances/main"]
          startupProbe:
            httpGet:
              path: /healthz
              port: 9090
    {{- include "shop.more" . }}
  `,
  // What is filled in may switch the health check on.
  template`
    spec:
      containers:
        - name: proxy
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
          env:
            - { name: CSQL_PROXY_HEALTH_CHECK, value: "\${VALUE}" }
          startupProbe: { httpGet: { port: 9801 } }
  `,
  // Metrics need no health checks, and the port for operators is another rule's.
  template`
    spec:
      containers:
        - { name: shop, image: "docker.io/acme/shop:1.4.2", ports: [{ containerPort: 8080 }] }
        - { name: proxy, image: "gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1", args: ["--prometheus", "--port=5432", "acme-prod:europe-west1:orders"], livenessProbe: { httpGet: { path: /metrics, port: 9090 } } }
  `,
  template`
    spec:
      containers:
        - { name: shop, image: "docker.io/acme/shop:1.4.2", ports: [{ containerPort: 8080 }] }
        - { name: proxy, image: "gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1", args: ["--quitquitquit", "--port=5432", "acme-prod:europe-west1:orders"], livenessProbe: { httpGet: { path: /quitquitquit, port: 9091 } } }
  `,
  template`
    spec:
      containers:
        - { name: shop, image: "docker.io/acme/shop:1.4.2", ports: [{ containerPort: 8080 }] }
        - name: proxy
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
          args: ["--quitquitquit", "--port=5432", "acme-prod:europe-west1:orders"]
          startupProbe: { httpGet: { path: /metrics, port: 9090 } }
    #                                                      ^^^^ The startup probe asks "proxy" on port 9090, but without "--health-check" it does not answer there.
  `,
];
