import { beside, template } from '../../../src/examples.ts';

export default [
  beside(
    template`
      spec:
        containers:
          - { name: edge, image: "europe-docker.pkg.dev/acme/shop/edge:1", ports: [{ containerPort: 8080 }] }
          - { name: app, image: "europe-docker.pkg.dev/acme/shop/app:1" }
    `,
    {
      'edge/Dockerfile': 'FROM nginx:1.27\nCOPY part.conf /etc/nginx/nginx.conf',
      'edge/part.conf': `
        gzip on; server { listen 8080; }
        #        ^^^^^^ "server" belongs inside of "http", but the image has this file as "/etc/nginx/nginx.conf", the main one, so "edge" exits.
        # = Copy this file to "/etc/nginx/conf.d/default.conf".
      `,
    },
  ),
];
