import { manifest, template } from '../../../src/examples.ts';

export default [
  // A service without containers.
  manifest`
    apiVersion: serving.knative.dev/v1
    kind: Service
    metadata:
      name: shop
    spec: {}
  `,
  // Without an image a variable of Kong's tells nothing.
  template`
    spec:
      containers:
        - ports: [{ containerPort: 8080 }]
          env:
            - { name: KONG_PROXY_LISTEN, value: "0.0.0.0:8000, 0.0.0.0:8443 ssl" }
  `,
  // With its image's configuration Varnish listens on 80, but arguments of the image's own may add to that.
  template`
    spec:
      containers:
        - image: docker.io/library/varnish:7.7
  `,
  // OAuth2 Proxy listens on localhost unless it is told otherwise: "loopback-ingress" reports it.
  template`
    spec:
      containers:
        - image: europe-west1-docker.pkg.dev/acme-prod/quay/oauth2-proxy/oauth2-proxy:v7.12.0
  `,
  // A scraper listens for health checks alone.
  template`
    spec:
      containers:
        - image: us-docker.pkg.dev/cloud-ops-agents-artifacts/cloud-run-gmp-sidecar/cloud-run-gmp-sidecar:1.2.0
  `,
  // Of two listeners of one setting the one without TLS is for requests.
  template`
    spec:
      containers:
        - image: docker.io/kong/kong-gateway:3.11
          env:
            - { name: KONG_PROXY_LISTEN, value: "0.0.0.0:8000, 0.0.0.0:8443 ssl" }
    #                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Requests go to port 8080, but the container (Kong Gateway) listens on 8000.
  `,
  // An image of that name alone may be anybody's, and listen anywhere.
  template`
    spec:
      containers:
        - image: gotenberg
  `,
  // An address that is filled in may have the right port.
  template`
    spec:
      containers:
        - image: docker.io/kong/kong-gateway:3.11
          ports: [{ containerPort: 8080 }]
          env:
            - { name: KONG_PROXY_LISTEN, value: "\${VALUE}" }
  `,
  // A port that is empty is filled in or the default.
  template`
    spec:
      containers:
        - image: docker.io/kong/kong-gateway:3.11
          ports: [{ containerPort: "" }]
  `,
  // A template line may bring a variable that moves the port.
  template`
    spec:
      containers:
        - name: n8n
          image: docker.io/n8nio/n8n:1.110.1
          command: [/bin/sh, -c, "sleep 5; n8n start"]
          ports: [{ containerPort: 5678 }]
          env: [{ name: N8N_PORT, value: "443" }, { name: N8N_PROTOCOL, value: https }]
    {{- include "shop.more" . }}
  `,
  // The proxy of a mesh is no better on another port.
  template`
    spec:
      containers:
        - { name: istio, image: "docker.io/istio/proxyv2:1.24.0", ports: [{ containerPort: 8080 }] }
        - { name: web, image: "docker.io/acme/web:1.8.2" }
  `,
];

export const equivalent = {
  '!member?.product -> false': 'Narrows the type: without a product nothing is told plainly.',
  '!first -> false': 'Narrows the type: of no ports at all each is for localhost only.',
  '!product -> false': 'Narrows the type: who asks has seen that there is one.',
};
