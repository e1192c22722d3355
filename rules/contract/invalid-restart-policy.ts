import { manifest } from '../../src/examples.ts';
import { defineRule, isStandIn, quoteNames } from '../../src/rule-kit.ts';

const policies = ['Always', 'OnFailure', 'Never'];

export default defineRule({
  id: 'invalid-restart-policy',
  severity: 'error',
  refused: true,
  appliesTo: 'singleInstance',
  needs: { mentions: ['restartPolicy'] },
  summary: 'An instance has a restart policy that Cloud Run does not know.',
  why: 'An instance by itself (kind `Instance`, in preview) is started again when it ends, as `restartPolicy` says: `Always`, `OnFailure` or `Never`. Nothing else is allowed.',
  remedy: 'Write `Always`, `OnFailure` or `Never`, with these capitals.',
  help: false,
  references: ['https://cloud.google.com/run/docs/reference/rest/v1/namespaces.instances'],
  bad: [
    manifest`
      apiVersion: run.googleapis.com/v1
      kind: Instance
      metadata:
        name: shell
      spec:
        restartPolicy: on-failure
      #                ^^^^^^^^^^ "on-failure" is not a restart policy. Write "OnFailure".
        containers:
          - image: docker.io/acme/shell:1.4.2
    `,
    manifest`
      apiVersion: run.googleapis.com/v1
      kind: Instance
      metadata:
        name: shell
      spec:
        restartPolicy: Sometimes
      #                ^^^^^^^^^ "Sometimes" is not a restart policy. Write "Always", "OnFailure" or "Never".
        containers:
          - image: docker.io/acme/shell:1.4.2
    `,
  ],
  good: [
    manifest`
      apiVersion: run.googleapis.com/v1
      kind: Instance
      metadata:
        name: shell
        annotations:
          run.googleapis.com/launch-stage: BETA
          run.googleapis.com/ssh-enabled: "true"
          run.googleapis.com/ingress: internal
          run.googleapis.com/network-interfaces: '[{"network":"default"}]'
          run.googleapis.com/vpc-access-egress: all-traffic
          run.googleapis.com/container-dependencies: '{"shell":["collector"]}'
      spec:
        restartPolicy: OnFailure
        serviceAccountName: shell@acme-prod.iam.gserviceaccount.com
        containers:
          - name: shell
            image: docker.io/acme/shell:1.4.2
            ports: [{ containerPort: 8080 }]
            sandboxLauncher: true
            env: [{ name: OTEL_EXPORTER_OTLP_ENDPOINT, value: "http://localhost:4318" }]
            volumeMounts: [{ name: scratch, mountPath: /scratch }]
            resources: { limits: { cpu: "1", memory: 512Mi } }
          - name: collector
            image: docker.io/otel/opentelemetry-collector-contrib:0.165.0
            args: [--config=/etc/otel/config.yaml]
            startupProbe: { tcpSocket: { port: 4318 } }
            resources: { limits: { cpu: "1", memory: 512Mi } }
        sandboxes:
          templates:
            - { name: python, image: "docker.io/acme/python:3.13" }
        volumes:
          - { name: scratch, emptyDir: { medium: Disk, sizeLimit: 10Gi } }
    `,
    manifest`
      apiVersion: run.googleapis.com/v1
      kind: Instance
      metadata:
        name: shell
      spec:
        restartPolicy: \${RESTART}
        containers:
          - image: docker.io/acme/shell:1.4.2
    `,
  ],
  *check(instance) {
    const policy = instance.single.get('spec').get('restartPolicy');
    const { value } = policy;
    if (value === undefined || policies.includes(value) || isStandIn(value)) return;
    const bare = (text: string): string => text.replace(/[-_ ]/g, '').toLowerCase();
    const meant = policies.find((name) => bare(name) === bare(value));
    yield {
      on: policy,
      message: `"${value}" is not a restart policy. Write ${meant === undefined ? quoteNames(policies, 'or') : `"${meant}"`}.`,
    };
  },
});
