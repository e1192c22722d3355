import { manifest, template } from '../../../src/examples.ts';

export default [
  template`
    spec:
      serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
      containers:
        # The only container: nobody has to tell it from others.
        - image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
          ports: [{ containerPort: 8080 }]
          resources: { limits: { cpu: "1", memory: 512Mi } }
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
            - image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
              ports: [{ containerPort: 8080 }]
            - name: datadog-agent
              image: gcr.io/datadoghq/serverless-init:1.7.5
    {{- include "shop.more" . }}
  `,
  // One container that a dash cuts in two.
  template`
    spec:
      containers:
        - name: shop
        - image: docker.io/acme/shop:1.4.2
  `,
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
        - "\${SIDECAR}"
        - name: { NAME }
          image: docker.io/acme/search:1.4.2
  `,
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
        - name: ~
        #       ^ 1 of the 2 containers has no name.
          image: docker.io/acme/search:1.4.2
  `,
  template`
    spec:
      containers:
        - name: ""
        #       ^^ None of the 2 containers has a name.
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
        - name: ~
        #       ~ This one has no name either.
          image: docker.io/acme/search:1.4.2
  `,
];
