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
];
