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
                - name: LOG_LEVEL
                  value: info
                - name: CURRENCY
                  value: EUR
                - name: LOG_LEVEL
                  value: debug
    {{- include "shop.more" . }}
  `,
  // Where one of them is a secret, another rule tells that the deploy is refused.
  template`
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
          env:
            - name: DB_USER
              value: shop
            - name: DB_USER
              valueFrom: { secretKeyRef: { name: db-user, key: latest } }
            - name: TOKEN
              valueFrom: { secretKeyRef: { name: token, key: latest } }
            - name: TOKEN
              value: test
  `,
];
