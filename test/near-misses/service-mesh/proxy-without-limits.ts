import { template } from '../../../src/examples.ts';

export default [
  template`
    spec:
      serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
      containers:
        # Alone it is a web server, and all is its own.
        - name: nginx
          image: docker.io/nginxinc/nginx-unprivileged:1.29.1
          ports: [{ containerPort: 8080 }]
  `,
  // A sidecar of a mesh is counted like any other proxy.
  template`
    spec:
      containers:
        - name: web
          image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
          ports: [{ containerPort: 8080 }]
        - name: istio-proxy
    #           ^^^^^^^^^^^ "istio-proxy" has no CPU and memory limit of its own. It gets 1 vCPU and 512 MiB.
          image: gcr.io/istio-release/proxyv2:1.27.1
  `,
  // A proxy alone gets what the instance has.
  template`
    spec:
      containers:
        - name: kong
          image: docker.io/library/kong:3.9.1
          ports: [{ containerPort: 8001 }]
  `,
];
