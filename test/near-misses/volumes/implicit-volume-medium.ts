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
                - name: cache
                  mountPath: /cache
          volumes:
            - name: cache
              emptyDir: {}
    {{- include "shop.more" . }}
  `,
  template`
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
      volumes:
        - name: cache
          emptyDir: "\${CACHE}"
        - name: index
          emptyDir: { medium: ~, sizeLimit: 64Mi }
      #   ^^^^^^^^ The volume "index" has no "medium", which means memory in Cloud Run. Write "medium: Memory".
        - name: notes
          emptyDir: { medium: "", sizeLimit: 64Mi }
      #   ^^^^^^^^ The volume "notes" has no "medium", which means memory in Cloud Run. Write "medium: Memory".
  `,
];
