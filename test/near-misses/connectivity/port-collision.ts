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
        metadata:
          annotations:
            run.googleapis.com/container-dependencies: '{"nginx":["web"]}'
        spec:
          containers:
            - name: nginx
              image: docker.io/library/nginx:1.29.1
              ports: [{ containerPort: 8080 }]
              volumeMounts: [{ name: nginx-conf, mountPath: /etc/nginx/conf.d }]
            - name: web
              image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
              env: [{ name: PORT, value: "8080" }]
              startupProbe: { tcpSocket: { port: 8080 } }
          volumes:
            - name: nginx-conf
              secret: { secretName: nginx-conf, items: [{ key: "3", path: default.conf }] }
    {{- include "shop.more" . }}
  `,
  // Here it turns on `!reported.has(first.member)`.
  template`
    spec:
      containers:
        - name: web
          image: gcr.io/datadoghq/serverless-init:1.7.5
    #            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ "web" listens on 8126, too.
          ports: [{ containerPort: 8126 }]
        - name: datadog
          image: gcr.io/datadoghq/serverless-init:1.7.5
    #            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "datadog" listens on port 8126, and so does "web". They share one network, so only one of them can.
  `,
  // Here it turns on `on === member.container.variable('PORT')?.place`.
  template`
    spec:
      containers:
        - name: nginx
          image: docker.io/library/nginx:1.29.1
          ports: [{ containerPort: 8080 }]
          volumeMounts: [{ name: nginx-conf }]
        - name: web
          image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
          command: [--port, "8080"]
  `,
];

export const equivalent = {
  'needs.sidecars -> left out': 'Only saves time: two containers take part in each finding.',
};
