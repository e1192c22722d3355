import * as assert from 'uvu/assert';
import { rules } from '../../rules/index.ts';
import { instanceOf } from '../../src/instance/instance.ts';
import { lint } from '../../src/lint.ts';
import { recognise } from '../../src/model/recognise.ts';
import { YamlSource } from '../../src/yaml/source.ts';
import { suite } from '../suite.ts';

/** What `datadog-ci cloud-run instrument --tracing inject` makes of a service: one container more than the agent. */
const text = `apiVersion: serving.knative.dev/v1
kind: Service
metadata:
  name: shop
spec:
  template:
    metadata:
      annotations:
        autoscaling.knative.dev/minScale: "1"
        run.googleapis.com/cpu-throttling: "false"
        run.googleapis.com/container-dependencies: '{"shop":["datadog-tracer","datadog-sidecar"]}'
    spec:
      serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
      containers:
        - name: shop
          image: europe-west1-docker.pkg.dev/acme-prod/images/shop:1.4.2
          ports: [{ containerPort: 8080 }]
          env:
            - { name: DD_HEALTH_PORT, value: "5555" }
            - { name: DD_API_KEY, valueFrom: { secretKeyRef: { name: datadog, key: "3" } } }
            - { name: NODE_OPTIONS, value: --require /datadog-lib/node_modules/dd-trace/init.js }
          resources: { limits: { cpu: "1", memory: 1Gi } }
          volumeMounts: [{ name: datadog-tracer, mountPath: /datadog-lib }]
        - name: datadog-sidecar
          image: gcr.io/datadoghq/serverless-init:1.7.7
          env:
            - { name: DD_HEALTH_PORT, value: "5555" }
            - { name: DD_API_KEY, valueFrom: { secretKeyRef: { name: datadog, key: "3" } } }
          startupProbe: { tcpSocket: { port: 5555 } }
          resources: { limits: { cpu: "1", memory: 512Mi } }
        - name: datadog-tracer
          image: gcr.io/datadoghq/dd-lib-js-init:5.60.0
          command: [/bin/sh]
          args: [-c, 'copy-lib.sh "$1"; exec probe-server "$2"', datadog-tracer, /datadog-lib, "18999"]
          startupProbe: { tcpSocket: { port: 18999 }, periodSeconds: 5, failureThreshold: 48 }
          resources: { limits: { cpu: "1", memory: 512Mi } }
          volumeMounts: [{ name: datadog-tracer, mountPath: /datadog-lib }]
      volumes:
        - { name: datadog-tracer, emptyDir: { medium: Memory, sizeLimit: 500Mi } }
`;

suite('rules: datadog-ci', (test) => {
  test('the container with the tracer is known, and needs nothing', () => {
    const workload = recognise(new YamlSource('service.yaml', text).documents[0]!)!;
    assert.equal(
      instanceOf(workload).members.map(({ product, role }) => product?.id ?? role),
      ['application', 'datadog-serverless-init', 'datadog-tracer'],
    );
    const { diagnostics } = lint('service.yaml', text, { rules, explicit: true });
    assert.equal(
      diagnostics.map(({ rule, message }) => `${rule}: ${message}`),
      [],
    );
  });

  test('without CPU outside requests it is the agent that stands still, not the tracer', () => {
    const throttled = text.replace('cpu-throttling: "false"', 'cpu-throttling: "true"');
    const { diagnostics } = lint('service.yaml', throttled, { rules, explicit: true });
    assert.equal(
      diagnostics.map(({ rule, message }) => `${rule} ${/"[^"]*"/.exec(message)?.[0]}`),
      ['throttled-agent "datadog-sidecar"'],
    );
  });
});
