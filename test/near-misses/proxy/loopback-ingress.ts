import { manifest, template } from '../../../src/examples.ts';

export default [
  // Here it turns on `ingress`, `!member`.
  manifest`
    apiVersion: run.googleapis.com/v1
    kind: Instance
    metadata:
      name: shell
    spec: {}
  `,
  // Here it turns on `meant.length > 0`, `member.listenersKnown`.
  template`
    spec:
      containers:
        - name: model
          image: docker.io/ollama/ollama:0.11.4
          env: [{ name: OLLAMA_HOST, value: "127.0.0.1:11434" }]
    #                                       ^^^^^^^^^^^^^^^^^ "model" takes the requests, but listens on localhost only (port 11434). Cloud Run cannot reach it there.
  `,
  // Here it turns on `isDatabaseProxy(member.role)`.
  template`
    spec:
      containers:
        - name: web
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.16.0
          command: [--port, "8080"]
  `,
  // Here it turns on `!first`.
  template`
    spec:
      containers:
        - name: model
          image: docker.io/ollama/ollama:0.11.4
          ports: [{ containerPort: 11434 }]
          env: [{ name: OLLAMA_HOST, value: "\${VALUE}" }]
  `,
];
