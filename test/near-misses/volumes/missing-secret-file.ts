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
            - name: shop
              image: docker.io/acme/shop:1.4.2
              ports: [{ containerPort: 8080 }]
            - name: collector
              image: docker.io/otel/opentelemetry-collector-contrib:0.130.1
              args: [--config=/etc/otelcol/config.yaml]
              volumeMounts:
                - name: collector-config
                  mountPath: /etc/otelcol
          volumes:
            - name: collector-config
              secret:
                secretName: collector-config
                items:
                  - key: latest
                    path: config.yml
    {{- include "shop.more" . }}
  `,
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          args: [--cache=/cache/index, --certs=/keys/old*, --token=/tokens/shop, --root=/etc/shop.conf]
          env:
            - name: NOTES
              value: ${'Kept short. '.repeat(1000)}/keys/old.pem
          volumeMounts:
            - { name: cache, mountPath: /cache }
            - { name: keys, mountPath: /keys }
            - { name: tokens, mountPath: /tokens }
        - name: search
          image: docker.io/acme/search:1.4.2
          args: [--root=/etc/shop.conf, --both=/both/index]
          volumeMounts:
            - { name: keys, mountPath: / }
            - { name: both, mountPath: /both }
      volumes:
        - name: cache
          emptyDir: { medium: Memory, sizeLimit: 64Mi }
        - name: keys
          secret: { secretName: keys, items: [{ key: "1", path: key.pem }] }
        - name: tokens
          secret: { secretName: tokens, items: [{ key: "1", path: "\${TOKEN_FILE}" }] }
        - name: both
          emptyDir: { medium: Memory, sizeLimit: 64Mi }
          secret: { secretName: keys, items: [{ key: "1", path: key.pem }] }
  `,
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          args: [--key=/keys/old.pem]
          volumeMounts: [{ name: keys, mountPath: /keys }]
      volumes:
        - name: keys
          secret: { secretName: keys, items: [{ key: "1", path: ${'a/'.repeat(2050)}key.pem }] }
  `,
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          args: [--key=/keys/old.pem]
          #            ^^^^^^^^^^^^^ The secret volume "keys" in "shop" has no file "/keys/old.pem", only "/keys/a.pem" and "/keys/b.pem".
          #  = Write "path: old.pem" in the item of the volume, or another path here.
          volumeMounts: [{ name: keys, mountPath: /keys }]
      volumes:
        - name: keys
          secret: { secretName: keys, items: [{ key: "1", path: a.pem }, { key: "2", path: b.pem }] }
  `,
];
