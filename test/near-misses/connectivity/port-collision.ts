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
        metadata:
          annotations:
            run.googleapis.com/container-dependencies: '{"nginx":["web"]}'
        spec:
          containers:
            - name: nginx
              image: docker.io/library/nginx:1.29.1
              ports: [{ containerPort: 8080 }]
              volumeMounts: [{ name: nginx-conf, mountPath: /etc/nginx/conf.d }]
            - name: web
              image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
              env: [{ name: PORT, value: "8080" }]
              startupProbe: { tcpSocket: { port: 8080 } }
          volumes:
            - name: nginx-conf
              secret: { secretName: nginx-conf, items: [{ key: "3", path: default.conf }] }
    {{- include "shop.more" . }}
  `,
  // Of two agents that clash on several ports, one clash is reported.
  template`
    spec:
      containers:
        - name: web
          image: gcr.io/datadoghq/serverless-init:1.7.5
    #            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ "web" listens on 8126, too.
          ports: [{ containerPort: 8126 }]
        - name: datadog
          image: gcr.io/datadoghq/serverless-init:1.7.5
    #            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "datadog" listens on port 8126, and so does "web". They share one network, so only one of them can.
  `,
  // On which port nginx listens with a configuration of the team's own is not known.
  template`
    spec:
      containers:
        - name: nginx
          image: docker.io/library/nginx:1.29.1
          ports: [{ containerPort: 8080 }]
          volumeMounts: [{ name: nginx-conf }]
        - name: web
          image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
          command: [--port, "8080"]
  `,
  // Ports that are filled in need not be the same; one server takes IPv4 and IPv6.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
        - name: office
          image: docker.io/tailscale/tailscale:v1.78.1
          env: [{ name: TS_SOCKS5_SERVER, value: "\${OFFICE_ADDRESS}" }]
        - name: plant
          image: docker.io/tailscale/tailscale:v1.78.1
          env: [{ name: TS_SOCKS5_SERVER, value: "\${PLANT_ADDRESS}" }]
  `,
  template`
    spec:
      containers:
        - name: kong
          image: docker.io/library/kong:3.9
          ports: [{ containerPort: 8000 }]
          env: [{ name: KONG_PROXY_LISTEN, value: "0.0.0.0:8000, [::]:8000" }]
        - name: web
          image: docker.io/acme/web:1.8.2
  `,
  // A web server reads no "PORT" of its own, and the same image with a command runs another part.
  template`
    spec:
      containers:
        - name: web
          image: docker.io/acme/web:1.8.2
          ports: [{ containerPort: 8080 }]
        - name: nginx
          image: docker.io/library/nginx:1.29.1
          env: [{ name: PORT, value: "8080" }]
          volumeMounts: [{ name: templates, mountPath: /etc/nginx/templates }]
      volumes:
        - name: templates
          secret: { secretName: templates, items: [{ key: "1", path: default.conf.template }] }
  `,
  template`
    spec:
      containers:
        - name: web
          image: docker.io/acme/web:1.8.2
          ports: [{ containerPort: 8080 }]
        - name: mails
          image: docker.io/acme/web:1.8.2
          command: [node, mails.js]
          env: [{ name: PORT, value: "8080" }]
        - name: bills
          image: docker.io/acme/web:1.8.2
          args: [bills.js]
          env: [{ name: PORT, value: "8080" }]
  `,
  template`
    spec:
      containers:
        - name: web
          image: docker.io/acme/web:1.8.2
          ports: [{ containerPort: 8080 }]
        - name: mirror
          image: docker.io/acme/web:1.8.2
          env: [{ name: PORT, value: "8080" }]
    #                                ^^^^^^ "mirror" listens on port 8080, and so does "web". They share one network, so only one of them can.
  `,
  template`
    spec:
      containers:
        - name: web
          image: docker.io/acme/web:1.8.2
          ports: [{ containerPort: 8080 }]
        - name: search
          image: docker.io/acme/search:1.4.2
          command: [node, server.js]
          env: [{ name: PORT, value: "8080" }]
    #                                ^^^^^^ "search" listens on port 8080, and so does "web". They share one network, so only one of them can.
  `,
  // Traces apart, metrics on one port.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
        - name: datadog
          image: gcr.io/datadoghq/serverless-init:1.7.5
          env: [{ name: DD_API_KEY, valueFrom: { secretKeyRef: { name: datadog, key: "1" } } }]
        - name: second
          image: gcr.io/datadoghq/serverless-init:1.7.5
    #            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "second" listens on UDP port 8125, and so does "datadog". They share one network, so only one of them can.
          env:
            - { name: DD_API_KEY, valueFrom: { secretKeyRef: { name: datadog, key: "1" } } }
            - { name: DD_APM_RECEIVER_PORT, value: "8127" }
  `,
  template`
    spec:
      containers:
        - name: search
          image: docker.io/acme/search:1.4.2
          env: [{ name: PORT, value: "4180" }]
      #                              ~~~~~~ "search" listens on 4180, too.
        - name: auth
          image: docker.io/bitnami/oauth2-proxy:7.12.0
          args:
            - --http-address=0.0.0.0:4180
            #                ^^^^^^^^^^^^ "auth" listens on port 4180, and so does "search". They share one network, so only one of them can.
            #  = Set "PORT" to "8081" in "search", for instance, and give its callers that port.
          ports: [{ containerPort: 4180 }]
  `,
];

export const equivalent = {
  'needs.sidecars -> left out': 'Only saves time: two containers take part in each finding.',
};
