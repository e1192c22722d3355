import { template } from '../../../src/examples.ts';

export default [
  // A policy agent alone is the application.
  template`
    spec:
      containers:
        - name: policy
          image: docker.io/openpolicyagent/opa:1.0.0
  `,
  // A program of the team's own that is called like the agent.
  template`
    spec:
      containers:
        - { name: shop, image: "docker.io/acme/shop:1.4.2", ports: [{ containerPort: 8080 }] }
        - { name: datadog, image: "docker.io/acme/telemetry:2.1.0", env: [{ name: DD_API_KEY, valueFrom: { secretKeyRef: { name: datadog, key: "1" } } }], args: [node, forward.js] }
        - { name: opa, image: "docker.io/acme/opa:1.0.0" }
        - { name: policy, image: "us-docker.pkg.dev/acme-prod/apps/opa:1.0.0" }
        - { name: otel-collector, image: "us-docker.pkg.dev/acme-prod/apps/opentelemetry-collector-k8s:1" }
  `,
  template`
    spec:
      containers:
        - { name: nginx, image: "docker.io/acme/front:1.4.2", ports: [{ containerPort: 8080 }], command: [nginx], volumeMounts: [{ name: conf, mountPath: /etc/nginx/conf.d }] }
        - { name: web, image: "docker.io/acme/web:1.8.2" }
      volumes:
        - { name: conf, secret: { secretName: nginx, items: [{ key: "1", path: default.conf }] } }
  `,
];
