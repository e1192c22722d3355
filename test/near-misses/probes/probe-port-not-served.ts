import { template } from '../../../src/examples.ts';

export default [
  // What waits for the probe makes it worse: startup-deadlock tells that.
  template`
    metadata:
      annotations:
        run.googleapis.com/container-dependencies: '{"shop":["search"]}'
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
        - name: search
          image: docker.io/acme/search:1.4.2
          startupProbe: { tcpSocket: { port: 8080 } }
          livenessProbe: { httpGet: { path: /healthz, port: 8080 } }
    #                                                       ^^^^ The liveness probe of "search" asks port 8080, on which "shop" answers. Write the port of "search".
  `,
  template`
    metadata:
      annotations:
        run.googleapis.com/container-dependencies: '{"proxy":["search"],"shop":["search"]}'
    spec:
      containers:
        - name: proxy
          image: docker.io/acme/proxy:1.4.2
          ports: [{ containerPort: 9000 }]
        - name: shop
          image: docker.io/acme/shop:1.4.2
          env: [{ name: PORT, value: "8080" }]
        - name: search
          image: docker.io/acme/search:1.4.2
          startupProbe: { tcpSocket: { port: 8080 } }
    #                                        ^^^^ The startup probe of "search" asks port 8080, on which "shop" answers. Write the port of "search".
  `,
];
