import { manifest, template } from '../../../src/examples.ts';

export default [
  template`
    spec:
      serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
      nodeSelector: { "\${LABEL}": "true" }
      runtimeClassName: "\${CLASS}"
      containers:
        - image: docker.io/acme/shop:1.4.2
          envFrom: [{ secretRef: { name: shop } }]
  `,
  template`
    spec:
      serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
      runtimeClassName: run.googleapis.com/linux-base
      enableServiceLinks: true
  #   ^^^^^^^^^^^^^^^^^^ Cloud Run does not support "enableServiceLinks". Remove it: Cloud Run has no Kubernetes Services that variables could name.
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          terminationMessagePath: "false"
      #   ^^^^^^^^^^^^^^^^^^^^^^ Cloud Run does not support "terminationMessagePath" for "shop". Write the last message to standard error.
  `,
  manifest`
    apiVersion: run.googleapis.com/v1
    kind: Instance
    metadata:
      name: shell
    spec:
      runtimeClassName: fast
      containers:
        - image: docker.io/acme/shell:1.4.2
  `,
];

export const equivalent = {
  "typeof key !== 'string' -> false": 'For types: no item of a list is unsupported by itself.',
};
