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
  template`
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
          volumeMounts: [{ name: data, mountPath: /data }]
      volumes: "\${VOLUMES}"
  `,
  template`
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
          volumeMounts: [{ name: data, mountPath: /data }]
      volumes:
        - name: "\${VOLUME}"
          emptyDir: { medium: Memory, sizeLimit: 64Mi }
  `,
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          volumeMounts: [{ name: data, mountPath: /data }]
          #                      ^^^^ "shop" mounts a volume "data", but there is none of that name.
      volumes:
        - emptyDir: { medium: Memory, sizeLimit: 64Mi }
  `,
];
