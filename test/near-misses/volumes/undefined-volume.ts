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
            - image: docker.io/library/nginx:1.29
              ports: [{ containerPort: 80 }]
              volumeMounts:
                - name: nginx-config
                  mountPath: /etc/nginx/conf.d
          volumes:
            - name: nginx-conf
              secret:
                secretName: nginx-conf
    {{- include "shop.more" . }}
  `,
];
