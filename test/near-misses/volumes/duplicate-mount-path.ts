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
            - image: docker.io/acme/shop:1.4.2
              volumeMounts:
                - name: tls-key
                  mountPath: /secrets
                - name: tls-cert
                  mountPath: /secrets/
          volumes:
            - name: tls-key
              secret:
                secretName: tls-key
            - name: tls-cert
              secret:
                secretName: tls-cert
    {{- include "shop.more" . }}
  `,
];
