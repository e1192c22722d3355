import { manifest, template } from '../../../src/examples.ts';

export default [
  // An instance without containers.
  manifest`
    apiVersion: run.googleapis.com/v1
    kind: Instance
    metadata:
      name: shell
    spec: {}
  `,
  // The only container takes the requests without ports, too.
  template`
    spec:
      containers:
        - name: model
          image: docker.io/ollama/ollama:0.11.4
          env: [{ name: OLLAMA_HOST, value: "127.0.0.1:11434" }]
    #                                       ^^^^^^^^^^^^^^^^^ "model" takes the requests, but listens on localhost only (port 11434). Cloud Run cannot reach it there.
  `,
  // A database proxy that takes the requests is reported by "exposed-database-proxy".
  template`
    spec:
      containers:
        - name: web
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.16.0
          command: [--port, "8080"]
  `,
  // An address that is filled in may be every one.
  template`
    spec:
      containers:
        - name: model
          image: docker.io/ollama/ollama:0.11.4
          ports: [{ containerPort: 11434 }]
          env: [{ name: OLLAMA_HOST, value: "\${VALUE}" }]
  `,
  template`
    spec:
      containers:
        - name: web
          image: docker.io/acme/web:1.8.2
          ports: [{ containerPort: 8080 }]
          command: [uvicorn, "app:app", "--host", "127.0.0.1", "--port", "8080"]
    #                                                                    ^^^^^^ "web" takes the requests, but listens on localhost only (port 8080). Cloud Run cannot reach it there.
  `,
];
