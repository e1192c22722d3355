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
            - image: docker.io/acme/shop:1.4.2
              volumeMounts:
                - name: config
                  mountPath: /config
          volumes:
            - name: config
              secret:
                secretName: shop-config
            - name: config
              emptyDir:
                medium: Memory
                sizeLimit: 16Mi
    {{- include "shop.more" . }}
  `,
  template`
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
      volumes:
        - emptyDir: { medium: Memory, sizeLimit: 64Mi }
        - emptyDir: { medium: Memory, sizeLimit: 32Mi }
  `,
];

export const equivalent = {
  'volume.name === undefined -> false': 'For types: there is no volume of an unknown name.',
};
