import { manifest } from '../../../src/examples.ts';

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
];
