import { inFile, manifest, template, terraform } from '../../../src/examples.ts';

const blank = template`
  spec:
    containers:
      - image: ""
`;

export default [
  // Whoever copies a sample fills it in.
  inFile('service.yaml.sample', blank),
  inFile('deploy.sample/service.example.yaml', blank),
  inFile(
    'example/service.yaml',
    template`
      spec:
        containers:
          - image: ""
    #              ^^ The container needs a value for "image".
    `,
  ),
  // What does not even stand there is no blank.
  inFile(
    'service.yaml.sample',
    template`
      spec:
        containers:
          - name: shop
    #             ^^^^ "shop" needs "image".
    `,
  ),
  template`
    spec:
      containers:
        - name: shop
          {{- include "shop.image" . }}
          env:
            - LOG_LEVEL: debug
            - name: CURRENCY
              value: EUR
        - name: cache
          imge: docker.io/acme/cache:1.4.2
          workdir: /cache
  `,
  template`
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
          env:
            LOG_LEVEL: debug
  `,
  // What is missing stands on a wrong level.
  manifest`
    apiVersion: serving.knative.dev/v1
    kind: Service
    metadata:
      name: shop
    spec:
      template:
        containers:
          - image: docker.io/acme/shop:1.4.2
  `,
  manifest`
    apiVersion: serving.knative.dev/v1
    kind: Service
    metadata:
      name: shop
    template:
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
    spec:
      traffic:
        - latestRevision: true
          percent: 100
  `,
  template`
    spec:
      containers: []
  #   ^^^^^^^^^^ "spec.template.spec" needs a value for "containers".
  `,
  template`
    spec:
      image: docker.io/acme/shop:1.4.2
      containers:
        - name: shop
          image: ~
          #      ^ "shop" needs a value for "image".
        - name: cache
          image: ""
          #      ^^ "cache" needs a value for "image".
        - name: proxy
        #       ^^^^^ "proxy" needs "image".
          ports: [{ containerPort: 8080 }]
        - {}
        # ^^ The fourth container needs "image".
  `,
  template`
    spec:
      containers:
        - name: shop
        #       ^^^^ "shop" needs "image".
          ports: [{ containerPort: 8080 }]
        - image: docker.io/acme/shop:1.4.2
          env:
            - name: TOKEN
              valueFrom:
                secretKeyRef: { secret: token, version: latest }
            #   ^^^^^^^^^^^^ "secretKeyRef" of "TOKEN" in the second container needs "key".
            #   ^^^^^^^^^^^^ "secretKeyRef" of "TOKEN" in the second container needs "name".
  `,
  template`
    spec:
      containers:
        - name: shop
        #       ^^^^ "shop" needs "image". The dash before "image" begins another container. Remove the dash if both belong to one container.
        - image: docker.io/acme/shop:1.4.2
  `,
  // A service that runs already, of which the traffic is managed here.
  terraform`
    resource "google_cloud_run_v2_service" "shop" {
      name     = "shop"
      location = "europe-west1"
      template {}

      traffic {
        type     = "TRAFFIC_TARGET_ALLOCATION_TYPE_REVISION"
        revision = "shop-green"
        percent  = 100
      }
    }
  `,
  // More may come with what is merged.
  terraform`
    module "shop" {
      source       = "GoogleCloudPlatform/cloud-run/google//modules/v2"
      service_name = "shop"
      containers   = [merge(local.base, { container_name = "shop" }), { container_name = "cache" }]
      #                                                                                  ^^^^^^^ "cache" needs "container_image".
    }
  `,
];
