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
              volumeMounts: [{ name: shared-volume, mountPath: /shared-volume }]
            - name: datadog
              image: gcr.io/datadoghq/serverless-init:1
              env:
                - name: DD_API_KEY
                  valueFrom: { secretKeyRef: { name: datadog, key: "1" } }
                - name: DD_SERVERLESS_LOG_PATH
                  value: /var/log/shop/*.log
              volumeMounts: [{ name: shared-volume, mountPath: /shared-volume }]
          volumes:
            - name: shared-volume
              emptyDir: { medium: Memory, sizeLimit: 512Mi }
    {{- include "shop.more" . }}
  `,
];
