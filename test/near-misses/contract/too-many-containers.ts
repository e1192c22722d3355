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
            - { name: web, image: docker.io/acme/web:2.1.0, ports: [{ containerPort: 8080 }] }
            - { name: auth, image: docker.io/acme/auth:2.1.0 }
            - { name: cart, image: docker.io/acme/cart:2.1.0 }
            - { name: search, image: docker.io/acme/search:2.1.0 }
            - { name: prices, image: docker.io/acme/prices:2.1.0 }
            - { name: images, image: docker.io/acme/images:2.1.0 }
            - { name: mail, image: docker.io/acme/mail:2.1.0 }
            - { name: reports, image: docker.io/acme/reports:2.1.0 }
            - { name: cache, image: docker.io/acme/cache:2.1.0 }
            - { name: collector, image: docker.io/acme/collector:2.1.0 }
            - { name: cloud-sql-proxy, image: docker.io/acme/cloud-sql-proxy:2.1.0 }
    {{- include "shop.more" . }}
  `,
];

export const equivalent = {
  'needs.sidecars -> left out': 'Only saves time: two containers take part in each finding.',
};
