import { beside, template } from '../../../src/examples.ts';

export default [
  // The image's own entry point may be a shell.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
          args: [gunicorn, "--bind=0.0.0.0:$PORT", main:app]
        - name: worker
          image: docker.io/acme/worker:1.4.2
          command: [/app/worker]
  `,
  // Whoever fills in what no platform gives fills it in here.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
          command: [/app/server, --home, $HOME]
  `,
  // Only the container with the port is given one.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
        - name: worker
          image: docker.io/acme/worker:1.4.2
          command: [/app/worker, --port, $PORT]
  `,
  // A variable of the file's own, whose name may be chosen for what fills it in.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
          command: [/app/server, --service, $K_SERVICE]
          env: [{ name: K_SERVICE, value: shop }]
  `,
  // Something else fills in "$REGION" before the deploy, and so the name of the service.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          command: [/shop]
          args: [--region, $REGION]
        - name: search
          image: docker.io/acme/search:1.4.2
          command: [/search]
          args: [--service, $K_SERVICE]
          env:
            - name: K_SERVICE
              value: search
  `,
  // What Cloud Run sets in every container is given to the one without a port, too.
  template`
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
          command: [/shop]
          args: [--service, $K_SERVICE]
          #                 ^^^^^^^^^^ Without a shell nothing replaces "$K_SERVICE", so the program gets it as it is. Start the program with "sh -c".
  `,
  // The command of the Dockerfile.
  beside(
    template`
      spec:
        containers:
          - { name: app, image: "europe-docker.pkg.dev/acme/shop/app:1", ports: [{ containerPort: 8080 }] }
          - { name: other, image: "docker.io/acme/other:1" }
    `,
    {
      'app/Dockerfile': `
      FROM python:3.12
      CMD ["uvicorn", "main:app", "--port", "$PORT", "--name=$K_SERVICE"]
      #                                      ^^^^^ Without a shell nothing replaces "$PORT" in "app", so the program gets it as it is. Write the command without brackets, so that a shell starts it.
      #                                                      ^^^^^^^^^^ Without a shell nothing replaces "$K_SERVICE" in "app", so the program gets it as it is. Write the command without brackets, so that a shell starts it.
    `,
    },
  ),
  beside(
    template`
      spec:
        containers:
          - { name: app, image: "europe-docker.pkg.dev/acme/shop/app:1", ports: [{ containerPort: 8080 }] }
          - { name: other, image: "docker.io/acme/other:1" }
    `,
    { 'app/Dockerfile': `FROM python:3.12\nCMD uvicorn main:app --port $PORT` },
  ),
  beside(
    template`
      spec:
        containers:
          - { name: app, image: "europe-docker.pkg.dev/acme/shop/app:1", ports: [{ containerPort: 8080 }] }
          - { name: other, image: "docker.io/acme/other:1" }
    `,
    { 'app/Dockerfile': `FROM python:3.12\nCMD ["/start.sh", "$PORT"]` },
  ),
  beside(
    template`
      spec:
        containers:
          - { name: app, image: "europe-docker.pkg.dev/acme/shop/app:1", ports: [{ containerPort: 8080 }] }
          - { name: other, image: "docker.io/acme/other:1" }
    `,
    { 'app/Dockerfile': `FROM nginx:1.27\nCMD ["--port", "$PORT"]` },
  ),
  beside(
    template`
      spec:
        containers:
          - { name: app, image: "europe-docker.pkg.dev/acme/shop/app:1", ports: [{ containerPort: 8080 }] }
          - { name: other, image: "docker.io/acme/other:1" }
    `,
    { 'app/Dockerfile': `FROM python:3.12\nCMD ["uvicorn", "main:app", "--log", "$LOG"]` },
  ),
  beside(
    template`
      spec:
        containers:
          - { name: app, image: "europe-docker.pkg.dev/acme/shop/app:1", ports: [{ containerPort: 8080 }], args: ["--port", "\${PORT}"] }
          - { name: other, image: "docker.io/acme/other:1" }
    `,
    { 'app/Dockerfile': `FROM python:3.12\nCMD ["uvicorn", "main:app"]` },
  ),
  beside(
    template`
      spec:
        containers:
          - { name: edge, image: "docker.io/acme/edge:1", ports: [{ containerPort: 8080 }] }
          - { name: app, image: "europe-docker.pkg.dev/acme/shop/app:1" }
    `,
    { 'app/Dockerfile': `FROM python:3.12\nCMD ["uvicorn", "main:app", "--port", "$PORT"]` },
  ),
];

export const equivalent = {
  'found.length === 0 -> false': 'Only saves time.',
};
