import { template } from '../../../src/examples.ts';

export default [
  template`
    metadata:
      annotations:
        {{- toYaml .Values.annotations | nindent 4 }}
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
        - name: collector
          image: docker.io/otel/opentelemetry-collector-contrib:0.110.0
          startupProbe: { tcpSocket: { port: 4318 } }
  `,
];

export const equivalent = {
  'needs.sidecars -> left out': 'Only saves time: two containers take part in each finding.',
};
