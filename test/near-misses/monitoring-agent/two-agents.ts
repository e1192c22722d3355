import { template } from '../../../src/examples.ts';

export default [
  // Two that certainly take the same port are reported by "port-collision".
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/datadog/agent:7.71.1
          ports: [{ containerPort: 8080 }]
        - name: datadog
          image: gcr.io/datadoghq/serverless-init:1
  `,
  // What is no agent takes no data of agents'.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
        - name: search
          image: docker.io/acme/search:1.4.2
          startupProbe:
            httpGet:
              port: 8080
  `,
  // One of the two may be set otherwise, so this is no certain collision.
  template`
    spec:
      containers:
        - name: datadog
    #           ~~~~~~~ The other agent.
          image: gcr.io/datadoghq/serverless-init:1
        - name: dogstatsd
    #           ^^^^^^^^^ "dogstatsd" takes DogStatsD on port 8125, and so does "datadog".
          image: gcr.io/datadoghq/dogstatsd:7
  `,
  // An image of the team's own may have moved the ports.
  template`
    spec:
      containers:
        - name: collector
          image: europe-west1-docker.pkg.dev/acme-prod/sidecars/opentelemetry-collector-contrib:7
        - name: google-collector
          image: us-docker.pkg.dev/cloud-ops-agents-artifacts/google-cloud-opentelemetry-collector/otelcol-google:0.137.0
  `,
  // A configuration of the team's own may keep the second off the first one's ports.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
        - name: collector
          image: docker.io/otel/opentelemetry-collector-contrib:0.136.0
        - name: second
          image: docker.io/otel/opentelemetry-collector-contrib:0.136.0
          args: ["--config=/conf/second.yaml"]
          volumeMounts: [{ name: conf, mountPath: /conf }]
      volumes:
        - name: conf
          secret: { secretName: second, items: [{ key: "1", path: second.yaml }] }
  `,
];

export const equivalent = {
  '!clash -> false': 'Narrows the type: without a clash there is no first.',
  '!first -> false': 'Narrows the type: a clash is with something.',
  'protocol === undefined -> false': 'Narrows the type: what an agent is known to take data with is known.',
  'needs.sidecars -> left out': 'Only saves time: two containers take part in each finding.',
};
