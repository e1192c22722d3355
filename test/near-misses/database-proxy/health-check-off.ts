import { template } from '../../../src/examples.ts';

export default [
  // Here it turns on `prefix === undefined`.
  template`
    spec:
      containers:
        - name: policy
          image: docker.io/openpolicyagent/opa:1.0.0
          startupProbe:
            httpGet:
              port: 8181
  `,
  // Here it turns on `serves === undefined`.
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
  // Here it turns on `port === undefined`.
  template`
    spec:
      containers:
        - name: proxy
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
          args: ["--port=5432"]
          startupProbe: { tcpSocket: { port: 9090 } }
    #                                        ^^^^ The startup probe asks "proxy" on port 9090, but without "--health-check" it does not answer there.
  `,
  // Here it turns on `asked === undefined`.
  template`
    spec:
      containers:
        - name: proxy
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
          startupProbe: {}
  `,
  // Here it turns on `!member.isCertain`.
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
  // Here it turns on `path === undefined`.
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
  // Here it turns on `member.settings.mayHideSome`.
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
  // Here it turns on `isOn === undefined`.
  template`
    spec:
      containers:
        - name: proxy
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
          env:
            - { name: CSQL_PROXY_HEALTH_CHECK, value: "\${VALUE}" }
          startupProbe: { httpGet: { port: 9801 } }
  `,
];
