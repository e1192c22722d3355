import { manifest, template } from '../../../src/examples.ts';

export default [
  manifest`
    apiVersion: run.googleapis.com/v1
    kind: Instance
    metadata:
      name: shell
    spec:
      containers:
        - image: docker.io/acme/shell:1.4.2
          startupProbe:
            tcpSocket: {}
  `,
  // A template line may bring what is missing.
  manifest`
    apiVersion: serving.knative.dev/v1
    kind: Service
    metadata:
      name: shop
    spec:
      template:
        spec:
          containers:
            - name: shop
              image: docker.io/acme/shop:1.4.2
              ports: [{ containerPort: 8080 }]
            - name: search
              image: docker.io/acme/search:1.4.2
              env:
                - name: PORT
                  value: "9000"
              startupProbe:
                httpGet:
                  path: /healthz
    {{- include "shop.more" . }}
  `,
  // No container has the requests yet.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          startupProbe: { httpGet: { path: /healthz } }
        - name: cache
          image: docker.io/acme/cache:1.4.2
  `,
  manifest`
    apiVersion: run.googleapis.com/v1
    kind: WorkerPool
    metadata:
      name: pullers
    spec:
      template:
        spec:
          containers:
            - image: docker.io/acme/puller:1.4.2
              ports: [{ containerPort: 9000 }]
              livenessProbe: { httpGet: { path: /healthz } }
  `,
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
        - name: cache
          image: docker.io/acme/cache:1.4.2
          startupProbe: { periodSeconds: 5 }
        - name: search
          image: docker.io/acme/search:1.4.2
          startupProbe: { httpGet: "\${STARTUP}" }
        - name: report
          image: docker.io/acme/report:1.4.2
          startupProbe: { tcpSocket: { port: ~ } }
          #               ^^^^^^^^^ The startup probe of "report" has no port, and neither has the container. Write the "port" under "tcpSocket".
  `,
];
