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
            run.googleapis.com/container-dependencies: '{"web":["datadog-agnet"]}'
        spec:
          containers:
            - name: web
              image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
              ports: [{ containerPort: 8080 }]
            - name: datadog-agent
              image: gcr.io/datadoghq/serverless-init:1.7.5
              env: [{ name: DD_HEALTH_PORT, value: "5555" }]
              startupProbe: { tcpSocket: { port: 5555 } }
    {{- include "shop.more" . }}
  `,
  // A name that is empty is no name of a container: a tool may fill it in.
  template`
    metadata:
      annotations:
        run.googleapis.com/container-dependencies: "{\"\":[\"datadog-agent\"]}"
    spec:
      containers:
        - name: datadog-agent
          image: europe-west1-docker.pkg.dev/acme-prod/shop/agent:1.8.2
  `,
  // Without containers there is nothing to wait for: "missing-field" reports it.
  template`
    metadata:
      annotations:
        run.googleapis.com/container-dependencies: "{\"web\":[\"collector\"]}"
  `,
  // A container without a name is called by Cloud Run, but not like this.
  template`
    metadata:
      annotations:
        run.googleapis.com/container-dependencies: "{\"web\":[\"datadog-agnet\"]}"
    #                                                ^^^^^^^ No container is called "web", which should wait for "datadog-agnet".
    #                                                         ^^^^^^^^^^^^^^^^^ "web" waits for "datadog-agnet", but no container has that name.
    spec:
      containers:
        - image: gcr.io/datadoghq/serverless-init:1.7.5
  `,
  // A container comes from a template, or has the name that Cloud Run gives it.
  template`
    metadata:
      annotations:
        run.googleapis.com/container-dependencies: '{"shop":["redis"]}'
    spec:
      containers:
        - { name: shop, image: "docker.io/acme/shop:1.4.2", ports: [{ containerPort: 8080 }] }
        - \${CONTAINER}
  `,
  template`
    metadata:
      annotations:
        run.googleapis.com/container-dependencies: '{"shop":["shop-1"]}'
    spec:
      containers:
        - { name: shop, image: "docker.io/acme/shop:1.4.2", ports: [{ containerPort: 8080 }] }
        - { image: "docker.io/acme/web:1.8.2" }
  `,
  // A text in place of the list.
  template`
    metadata:
      annotations:
        run.googleapis.com/container-dependencies: '{"shop":"redis"}'
    spec:
      containers:
        - { name: shop, image: "docker.io/acme/shop:1.4.2", ports: [{ containerPort: 8080 }] }
        - { name: web, image: "docker.io/acme/web:1.8.2" }
  `,
  // With all names given, a number is no excuse; twice the same is said once.
  template`
    metadata:
      annotations:
        run.googleapis.com/container-dependencies: '{"shop":["shop-1"]}'
    #                                                        ^^^^^^^^ "shop" waits for "shop-1", but no container has that name. Did you mean "shop"?
    spec:
      containers:
        - { name: shop, image: "docker.io/acme/shop:1.4.2", ports: [{ containerPort: 8080 }] }
        - { name: web, image: "docker.io/acme/web:1.8.2" }
  `,
  template`
    metadata:
      annotations:
        run.googleapis.com/container-dependencies: '{"shop":["redis"],"web":["redis"]}'
    #                                                        ^^^^^^^ "shop" waits for "redis", but no container has that name.
    spec:
      containers:
        - { name: shop, image: "docker.io/acme/shop:1.4.2", ports: [{ containerPort: 8080 }] }
        - { name: web, image: "docker.io/acme/web:1.8.2" }
  `,
  template`
    metadata:
      annotations:
        run.googleapis.com/container-dependencies: '{"sidecar":"web"}'
    #                                                ^^^^^^^^^ No container is called "sidecar", which should wait for "web".
    spec:
      containers:
        - { name: shop, image: "docker.io/acme/shop:1.4.2", ports: [{ containerPort: 8080 }] }
        - { name: web, image: "docker.io/acme/web:1.8.2" }
  `,
  template`
    metadata:
      annotations:
        run.googleapis.com/container-dependencies: '{"a":["zz"]}'
        #                                                 ^^^^ "a" waits for "zz", but no container has that name.
        #  = Write the name of a container of this instance.
    spec:
      containers:
        - { name: a, image: docker.io/acme/a:1.4.2 }
        - { name: b, image: docker.io/acme/b:1.4.2 }
        - { name: c, image: docker.io/acme/c:1.4.2 }
        - { name: d, image: docker.io/acme/d:1.4.2 }
        - { name: e, image: docker.io/acme/e:1.4.2 }
        - { name: f, image: docker.io/acme/f:1.4.2 }
  `,
];
