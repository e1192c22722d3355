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
            - name: nginx
              image: europe-west1-docker.pkg.dev/acme-prod/dockerhub/library/nginx:1.29.1
              ports: [{ containerPort: 8080 }]
              volumeMounts: [{ name: nginx-conf, mountPath: /etc/nginx/conf.d }]
            - name: web
              image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
              env: [{ name: PORT, value: "8888" }]
              startupProbe: { tcpSocket: { port: 8888 } }
          volumes:
            - name: nginx-conf
              secret: { secretName: nginx-conf, items: [{ key: "3", path: default.conf }] }
    {{- include "shop.more" . }}
  `,
];

export const equivalent = {
  'needs.sidecars -> left out': 'Only saves time: two containers take part in each finding.',
  'needs.role -> left out': 'Only saves time: without such a container there is no front proxy to be found.',
};
