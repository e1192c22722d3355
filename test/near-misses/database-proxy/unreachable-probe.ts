import { template } from '../../../src/examples.ts';

export default [
  // Here it turns on `port === undefined`.
  template`
    spec:
      containers:
        - name: proxy
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
          args: ["acme-prod:europe-west1:orders"]
          startupProbe: { tcpSocket: { port: 3306 } }
    #                                        ^^^^ "proxy" listens on port 3306 for localhost only, and Cloud Run's probes do not come from there. Set "--address" to "0.0.0.0".
  `,
  // Here it turns on `certainty !== 'certain'`.
  template`
    spec:
      containers:
        - name: proxy
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
          startupProbe: { tcpSocket: { port: 3306 } }
  `,
  // Here it turns on `member.role === 'database-proxy'`.
  template`
    spec:
      containers:
        - name: collector
          image: docker.io/otel/opentelemetry-collector-contrib:0.140.0
          startupProbe: { httpGet: { port: 13133 } }
    #                                      ^^^^^ "collector" listens on port 13133 for localhost only, and Cloud Run's probes do not come from there. Bind it to 0.0.0.0.
  `,
  // Here it turns on `asked === undefined`.
  template`
    spec:
      containers:
        - name: proxy
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
          args: ["acme-prod:europe-west1:orders"]
          startupProbe: { tcpSocket: {} }
  `,
];
