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
];

export const equivalent = {
  'needs.sidecars -> left out': 'Only saves time: two containers take part in each finding.',
};
