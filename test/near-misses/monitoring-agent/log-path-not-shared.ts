import { manifest, template } from '../../../src/examples.ts';

export default [
  // A template line may bring the container that writes the logs.
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
            - name: datadog
              image: gcr.io/datadoghq/serverless-init:1
              env:
                - name: DD_API_KEY
                  valueFrom: { secretKeyRef: { name: datadog, key: "1" } }
                - name: DD_SERVERLESS_LOG_PATH
                  value: /shared-volume/logs/*.log
              volumeMounts: [{ name: shared-volume, mountPath: /shared-volume }]
    {{- include "shop.writer" . }}
          volumes:
            - name: shared-volume
              emptyDir: { medium: Memory, sizeLimit: 512Mi }
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
  // Where the volume is mounted is not said: it may be the folder.
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
  // A shipper of logs alone shares its files with nobody.
  template`
    spec:
      containers:
        - name: logs
          image: docker.io/fluent/fluent-bit:3.2
          args: [--input, tail, --prop=path=/logs/*.log]
  `,
  // An image of the team's own may read other files.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
        - name: fluent-bit
          image: docker.io/acme/logs:3.2
          args: [--input, tail, --prop=path=/logs/*.log]
  `,
  // A volume without a name, but mounted on the folder.
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
  // Which volume the application mounts is not said: it may be the one.
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
  // A server for files holds what other services write.
  template`
    spec:
      containers:
        - { name: shop, image: "docker.io/acme/shop:1.4.2", ports: [{ containerPort: 8080 }] }
        - { name: datadog, image: "gcr.io/datadoghq/serverless-init:1", env: [{ name: DD_API_KEY, valueFrom: { secretKeyRef: { name: datadog, key: "1" } } }, { name: DD_SERVERLESS_LOG_PATH, value: "/logs/*.log" }], volumeMounts: [{ name: logs, mountPath: /logs }] }
      volumes:
        - { name: logs, nfs: { server: 10.0.0.5, path: /logs } }
  `,
  // A template may bring who mounts the volume.
  template`
    spec:
      containers:
        - { name: shop, image: "docker.io/acme/shop:1.4.2", ports: [{ containerPort: 8080 }] }
        - { name: datadog, image: "gcr.io/datadoghq/serverless-init:1", env: [{ name: DD_API_KEY, valueFrom: { secretKeyRef: { name: datadog, key: "1" } } }, { name: DD_SERVERLESS_LOG_PATH, value: "/logs/*.log" }], volumeMounts: [{ name: logs, mountPath: /logs }] }
    {{- include "shop.more" . }}
      volumes:
        - { name: logs, emptyDir: { medium: Memory, sizeLimit: 16Mi } }
  `,
];
