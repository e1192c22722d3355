import { template } from '../../../src/examples.ts';

export default [
  template`
    spec:
      containers:
        # The wrapper in this image reads it.
        - image: docker.io/acme/shop:1.4.2
          command: ["/app/datadog-init"]
          args: ["node", "server.js"]
          env: [{ name: DD_LOGS_INJECTION, value: "true" }]
  `,
  // An image of the team's own may hold the library as well.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
        - name: datadog
          image: docker.io/acme/monitor:7.71.1
          env:
            - { name: DD_LOGS_INJECTION, value: "true" }
  `,
  // A template line may set the variable on the agent, too.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
          env:
            - name: DD_SERVERLESS_LOG_PATH
              value: /shared-volume/logs/*.log
          volumeMounts: [{ name: logs, mountPath: /shared-volume }]
        - name: datadog
          image: docker.io/datadog/serverless-init:1
          env:
            - name: DD_API_KEY
              valueFrom: { secretKeyRef: { name: datadog, key: "1" } }
          volumeMounts: [{ name: logs, mountPath: /shared-volume }]
      volumes:
        - name: logs
          emptyDir: { medium: Memory, sizeLimit: 128Mi }
    {{- include "shop.more" . }}
  `,
  // An agent alone may be built into the application.
  template`
    spec:
      containers:
        - image: docker.io/datadog/agent:7.71.1
          env: [{ name: DD_LOGS_INJECTION, value: "true" }]
  `,
  // An image of that name alone may be anybody's, with the variable in it.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
          env:
            - name: DD_SERVERLESS_LOG_PATH
              value: /shared-volume/logs/*.log
        - name: datadog
          image: serverless-init
  `,
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
        - name: search
          image: docker.io/acme/search:1.4.2
        - name: datadog
          image: gcr.io/datadoghq/serverless-init:1.7.5
          env:
            - name: DD_LOGS_INJECTION
            #       ^^^^^^^^^^^^^^^^^ "DD_LOGS_INJECTION" has no effect on "datadog". It belongs on the container whose library it is for.
            #  = Move it to that container.
              value: "true"
  `,
];
