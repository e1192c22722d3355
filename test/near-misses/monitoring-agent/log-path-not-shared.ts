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
  // Here it turns on `mount.path === undefined`.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
        - name: logs
          image: docker.io/fluent/fluent-bit:3.2
          args: [-i, tail, -p, "path=/logs/*.log"]
          volumeMounts: [{ name: logs }]
  `,
  // Here it turns on `needs.sidecars`.
  template`
    spec:
      containers:
        - name: logs
          image: docker.io/fluent/fluent-bit:3.2
          args: [--input, tail, --prop=path=/logs/*.log]
  `,
  // Here it turns on `member.isCertain`.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
        - name: logs
          image: DOCKER.IO/FLUENT/FLUENT-BIT:3.2
          args: [--input, tail, --prop=path=/logs/*.log]
  `,
  // Here it turns on `mount.volumeName === undefined`.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
        - name: logs
          image: docker.io/fluent/fluent-bit:3.2
          args: [-i, tail, -p, "path=/logs/*.log"]
          volumeMounts: [{ mountPath: /logs }]
  `,
  // Here it turns on `volumeName === undefined`.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
          volumeMounts: [{}]
        - name: logs
          image: docker.io/fluent/fluent-bit:3.2
          args: [-i, tail, -p, "path=/logs/*.log"]
          volumeMounts: [{ name: logs, mountPath: /logs }]
  `,
];
