import { manifest, template } from '../../../src/examples.ts';

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
              env:
                - name: DB_USER
                  value: shop
                  valueFrom:
                    secretKeyRef:
                      name: db-user
                      key: latest
    {{- include "shop.more" . }}
  `,
  template`
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
          env:
            - name: TOKEN
              value: ~
              valueFrom: { secretKeyRef: { name: token, key: latest } }
            - name: LOG_LEVEL
              value: info
            - name: LOG_LEVEL
              value: debug
            - name: DB_USER
              value: shop
            - name: DB_USER
            #       ^^^^^^^ "DB_USER" is set already, and what is bound to a secret can be set only once. Keep one of them.
              valueFrom: { secretKeyRef: { name: db-user, key: latest } }
  `,
];
