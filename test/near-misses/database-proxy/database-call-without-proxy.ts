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
            run.googleapis.com/cloudsql-instances: acme-prod:europe-west1:orders
        spec:
          containers:
            - image: docker.io/acme/shop:1.4.2
              env:
                - name: DATABASE_URL
                  value: postgresql://shop@127.0.0.1:5432/orders
    {{- include "shop.more" . }}
  `,
  // Here it turns on `!dial`, `!isLoopback(dial.host)`.
  template`
    metadata:
      annotations:
        run.googleapis.com/cloudsql-instances: acme-prod:europe-west1:blog
    spec:
      containers:
        - name: blog
          image: docker.io/acme/blog:1.4.2
          ports: [{ containerPort: 2368 }]
          env:
            - name: database__connection__host
              value: null
            - name: database__connection__port
              value: "3306"
  `,
  // Here it turns on `socket.test(name)`.
  template`
    metadata:
      annotations:
        run.googleapis.com/cloudsql-instances: acme-prod:europe-west1:orders
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
          env:
            - { name: DB_HOST, value: localhost }
            - { name: DB_PORT, value: "5432" }
            - { name: INSTANCE_CONNECTION_NAME }
  `,
  // Here it turns on `!annotation.text?.includes(':')`.
  template`
    metadata:
      annotations:
        run.googleapis.com/cloudsql-instances: ""
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
          env:
            - name: DATABASE_URL
              value: postgresql://shop@127.0.0.1:5432/orders
  `,
  // Here it turns on `caller.role !== 'application' && caller.role !== 'unknown'`.
  template`
    metadata:
      annotations:
        run.googleapis.com/cloudsql-instances: acme-prod:europe-west1:orders
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
          env:
            - name: DATABASE_URL
              value: postgresql://shop@127.0.0.1:5432/orders
          name: collector
  `,
  // Here it turns on `words.some(({ text }) => /sql|proxy|\.sh\b|^-c$/i.test(text))`.
  template`
    metadata:
      annotations:
        run.googleapis.com/cloudsql-instances: acme-prod:europe-west1:orders
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
          env:
            - name: DATABASE_URL
              value: postgresql://shop@127.0.0.1:5432/orders
          command: [./start.sh]
  `,
  // Here it turns on `socket.test(text)`.
  template`
    metadata:
      annotations:
        run.googleapis.com/cloudsql-instances: acme-prod:europe-west1:orders
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
          env:
            - name: DATABASE_URL
              value: postgresql://shop@127.0.0.1:5432/orders
            - name: PGADAPTER_HOST
              value: /sockets
  `,
  // Here it turns on `/:[a-z]+-[a-z]+\d+:/.test(text)`.
  template`
    metadata:
      annotations:
        run.googleapis.com/cloudsql-instances: acme-prod:europe-west1:orders
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
          env:
            - { name: DB_HOST, value: localhost }
            - { name: DB_PORT, value: "5432" }
            - { value: "acme-prod:europe-west1:orders" }
  `,
  // Here it turns on `otherWork.has(role)`.
  template`
    metadata:
      annotations:
        run.googleapis.com/cloudsql-instances: acme-prod:europe-west1:orders
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
          env:
            - name: DATABASE_URL
              value: postgresql://shop@127.0.0.1:5432/orders
        - name: proxy
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
  `,
  // Here it turns on `caller.role !== 'unknown'`.
  template`
    metadata:
      annotations:
        run.googleapis.com/cloudsql-instances: acme-prod:europe-west1:orders
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
          env:
            - name: DATABASE_URL
              value: postgresql://shop@127.0.0.1:5432/orders
    #                                  ^^^^^^^^^^^^^^ "DATABASE_URL" of the first container leads to a database on localhost, but no container opens its port. "run.googleapis.com/cloudsql-instances" gives a socket below "/cloudsql" only.
        - name: collector
          image: docker.io/otel/opentelemetry-collector-contrib:0.128.0
          args: ["--config=/etc/otel/config.yaml"]
  `,
  // Here it turns on `isCertain`.
  template`
    metadata:
      annotations:
        run.googleapis.com/cloudsql-instances: acme-prod:europe-west1:orders
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
          env:
            - { name: DB_HOST, value: localhost }
            - { name: DB_PORT, value: "5432" }
        - name: collector
          image: docker.io/acme/helper:1.4.2
  `,
  // Here it turns on `others.length > 0 && others.every(({ listenersKnown }) => listenersKnown)`.
  template`
    metadata:
      annotations:
        run.googleapis.com/cloudsql-instances: acme-prod:europe-west1:blog
    spec:
      containers:
        - name: blog
          image: docker.io/acme/blog:1.4.2
          ports: [{ containerPort: 2368 }]
          env:
            - name: database__connection__host
              value: localhost
            - name: database__connection__port
              value: "3306"
        - name: collector
          image: docker.io/otel/opentelemetry-collector-contrib:0.128.0
  `,
];
