import { manifest } from '../../../src/examples.ts';

export default [
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
              env:
                - name: INSTANCE_UNIX_SOCKET
                  value: /sockets/acme-prod:europe-west1:orders
            - name: proxy
              image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
              args:
                - --unix-socket=/sockets
                - acme-prod:europe-west1:orders
    {{- include "shop.more" . }}
  `,
];
