import { beside, template } from '../../../src/examples.ts';

export default [
  // What the configuration beside the manifest says of the port.
  beside(
    template`
      spec:
        containers:
          - name: edge
            image: europe-docker.pkg.dev/acme/shop/edge:1
            ports: [{ containerPort: 8080 }]
          - { name: app, image: "europe-docker.pkg.dev/acme/shop/app:1", env: [{ name: PORT, value: "8081" }] }
    `,
    {
      'edge/Dockerfile': 'FROM nginx:1.27\nCOPY default.conf /etc/nginx/conf.d/default.conf',
      'edge/default.conf': `
        server {
          listen 8080 ssl;
          #      ^^^^ Port 8080 of "edge" expects TLS here, but gets plain HTTP from Cloud Run.
          location / { proxy_pass http://localhost:8081; }
        }
      `,
    },
  ),
  beside(
    template`
      spec:
        containers:
          - name: edge
            image: europe-docker.pkg.dev/acme/shop/edge:1
            ports: [{ containerPort: 8080 }]
          - { name: app, image: "europe-docker.pkg.dev/acme/shop/app:1", env: [{ name: PORT, value: "8081" }] }
    `,
    {
      'edge/Dockerfile': 'FROM nginx:1.27\nCOPY default.conf /etc/nginx/conf.d/default.conf',
      'edge/default.conf': `
        server {
          listen 8080; listen 8443 ssl;
          location / { proxy_pass http://localhost:8081; }
        }
      `,
    },
  ),
  beside(
    template`
      spec:
        containers:
          - name: edge
            image: europe-docker.pkg.dev/acme/shop/edge:1
            ports: [{ containerPort: 8080 }]
          - { name: app, image: "europe-docker.pkg.dev/acme/shop/app:1", env: [{ name: PORT, value: "8081" }] }
    `,
    {
      'edge/Dockerfile': 'FROM nginx:1.27\nCOPY default.conf /etc/nginx/conf.d/default.conf',
      'edge/default.conf': `
        server {
          listen 8443 ssl;
          location / { proxy_pass http://localhost:8081; }
        }
      `,
    },
  ),
  beside(
    template`
      spec:
        containers:
          - name: edge
            image: europe-docker.pkg.dev/acme/shop/edge:1
            ports: [{ containerPort: 8080 }]
          - { name: app, image: "europe-docker.pkg.dev/acme/shop/app:1", env: [{ name: PORT, value: "8081" }] }
    `,
    {
      'edge/Dockerfile': 'FROM nginx:1.27\nCOPY default.conf /etc/nginx/conf.d/default.conf',
      'edge/default.conf': `
        server {
          listen 127.0.0.1:8080 ssl; listen 8080;
          location / { proxy_pass http://localhost:8081; }
        }
      `,
    },
  ),
  beside(
    template`
      spec:
        containers:
          - name: edge
            image: europe-docker.pkg.dev/acme/shop/edge:1
            ports: [{ containerPort: 8080 }]
          - { name: app, image: "europe-docker.pkg.dev/acme/shop/app:1", env: [{ name: PORT, value: "8081" }] }
    `,
    {
      'edge/Dockerfile': 'FROM nginx:1.27\nCOPY default.conf /etc/nginx/conf.d/default.conf',
      'edge/default.conf': `
        server {
          listen 8080;
          location / { proxy_pass http://localhost:8081; }
        }
      `,
    },
  ),
  beside(
    template`
      spec:
        containers:
          - name: edge
            image: europe-docker.pkg.dev/acme/shop/edge:1
            ports: [{ containerPort: "\${PORT}" }]
          - { name: app, image: "europe-docker.pkg.dev/acme/shop/app:1", env: [{ name: PORT, value: "8081" }] }
    `,
    {
      'edge/Dockerfile': 'FROM nginx:1.27\nCOPY default.conf /etc/nginx/conf.d/default.conf',
      'edge/default.conf': `
        server {
          listen \${PORT} ssl;
          location / { proxy_pass http://localhost:8081; }
        }
      `,
    },
  ),
  beside(
    template`
      spec:
        containers:
          - { name: edge, image: "europe-docker.pkg.dev/acme/shop/edge:1" }
          - { name: app, image: "europe-docker.pkg.dev/acme/shop/app:1", env: [{ name: PORT, value: "8081" }] }
    `,
    {
      'edge/Dockerfile': 'FROM nginx:1.27\nCOPY default.conf /etc/nginx/conf.d/default.conf',
      'edge/default.conf': 'server { listen 8080 ssl; location / { proxy_pass http://localhost:8081; } }',
    },
  ),
  // The product usually speaks TLS there, and says so itself.
  template`
    spec:
      containers:
        - { name: kong, image: "docker.io/library/kong:3.9.1", ports: [{ containerPort: 8443 }] }
        - { name: app, image: "docker.io/acme/app:1", env: [{ name: PORT, value: "8081" }] }
  `,
];
