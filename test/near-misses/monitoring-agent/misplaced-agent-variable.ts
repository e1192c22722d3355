import { template } from '../../../src/examples.ts';

export default [
  template`
    spec:
      containers:
        # The wrapper in this image reads it.
        - image: docker.io/acme/shop:1.4.2
          command: ["/app/datadog-init"]
          args: ["node", "server.js"]
          env: [{ name: DD_LOGS_INJECTION, value: "true" }]
  `,
];
