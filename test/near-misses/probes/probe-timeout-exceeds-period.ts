import { template } from '../../../src/examples.ts';

export default [
  template`
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
          startupProbe:
            # 0 is the same as no number, so these are 10 and 1.
            periodSeconds: 0
            timeoutSeconds: 10
            httpGet: { path: /healthz }
          livenessProbe:
            periodSeconds: 1
            timeoutSeconds: 0
            httpGet: { path: /healthz }
  `,
  template`
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
          startupProbe: { timeoutSeconds: "\${TIMEOUT}", tcpSocket: { port: 8080 } }
  `,
];
