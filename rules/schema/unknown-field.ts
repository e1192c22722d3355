import { changedTemplate, manifest, template } from '../../src/examples.ts';
import {
  defineRule,
  type Fix,
  fieldName,
  insteadOfKubernetes,
  insteadOfOtherDialect,
  nameOfKind,
  type OpenField,
  placesOf,
  refusalOfUnknown,
  renameKey,
  safeFix,
  say,
  setting,
  suggest,
  type Text,
  unknownFields,
  whoseField,
} from '../../src/rule-kit.ts';

export default defineRule({
  id: 'unknown-field',
  severity: 'error',
  appliesTo: 'workload',
  summary: 'Cloud Run has no such field, or has it in another place.',
  why: 'gcloud knows every field of a manifest and refuses the whole file if it holds another, whatever its value. Most often a name is misspelt, or a line stands one level too high or too deep.',
  remedy: 'Correct the name, which is case sensitive, or move the field to the level where it belongs.',
  help: false,
  references: ['https://cloud.google.com/run/docs/reference/yaml/v1'],
  predicts: 'Failed to parse value(s) in protobuf [Service]: Service.spec.template.spec.maxScale',
  fixable: 'safe',
  bad: [
    template`
      metadata:
        annotaions:
      # ^^^^^^^^^^ "annotaions" is not a field of "spec.template.metadata". Did you mean "annotations"?
          autoscaling.knative.dev/maxScale: "5"
      spec:
        maxScale: 3
      # ^^^^^^^^ "maxScale" is not a field of "spec.template.spec". Set the annotation "autoscaling.knative.dev/maxScale" on the template.
        container_concurrency: 20
      # ^^^^^^^^^^^^^^^^^^^^^ "container_concurrency" is not a field of "spec.template.spec". Did you mean "containerConcurrency"?
        containers:
          - image: docker.io/acme/shop:1.4.2
    `,
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            timeoutSeconds: 60
      #     ^^^^^^^^^^^^^^ "timeoutSeconds" is not a field of a container. Move it to "spec.template.spec".
            volumeMounts:
              - name: cache
                mountpath: /cache
      #         ^^^^^^^^^ "mountpath" of "cache" is not a field of a volume mount. Did you mean "mountPath"?
        volumes:
          - name: cache
            emptyDir: { medium: Memory, sizeLimit: 128Mi }
    `,
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            env:
              - LOG_LEVEL: debug
      #         ^^^^^^^^^ "LOG_LEVEL" is not a field of an environment variable. Write an item with "name: LOG_LEVEL" and its "value".
    `,
    template`
      spec:
        taskCount: 4
      # ^^^^^^^^^ "taskCount" is not a field of "spec.template.spec". Only a job has it: write "apiVersion: run.googleapis.com/v1" and "kind: Job" for work that ends by itself.
        containers:
          - image: docker.io/acme/report:1.4.2
    `,
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            env:
              LOG_LEVEL: info
      #       ^^^^^^^^^ "LOG_LEVEL" is not a field of an environment variable. Write an item with "name: LOG_LEVEL" and its "value".
            memory: 1Gi
      #     ^^^^^^ "memory" is not a field of a container. Set it in the limits of its "resources".
            startupProbe:
              httpGet:
                headers: [{ name: Host, value: shop.example }]
      #         ^^^^^^^ "headers" is not a field of "httpGet". Use "httpHeaders".
    `,
    manifest`
      apiVersion: run.googleapis.com/v1
      kind: WorkerPool
      metadata:
        name: indexer
      spec:
        scaling: { manualInstanceCount: 2 }
      # ^^^^^^^ "scaling" is not a field of "spec". Set the annotations "run.googleapis.com/scalingMode: manual" and "run.googleapis.com/manualInstanceCount" in "metadata".
        template:
          spec:
            annotations: { run.googleapis.com/network-interfaces: '[{"network":"default"}]' }
      #     ^^^^^^^^^^^ "annotations" is not a field of "spec.template.spec". Move it to "spec.template.metadata".
            containers:
              - image: docker.io/acme/indexer:1.4.2
    `,
    manifest`
      apiVersion: run.googleapis.com/v1
      kind: Job
      metadata:
        name: report
      spec:
        delayExecution: "true"
      # ^^^^^^^^^^^^^^ "delayExecution" is not a field of "spec". Move it to "spec.template.spec".
        template:
          spec:
            taskTimeout: 900s
      #     ^^^^^^^^^^^ "taskTimeout" is not a field of "spec.template.spec". Use "timeoutSeconds", a number of seconds, in "spec.template.spec.template.spec".
            taskcount: 4
      #     ^^^^^^^^^ "taskcount" is not a field of "spec.template.spec". Did you mean "taskCount"?
            containers:
      #     ^^^^^^^^^^ "containers" is not a field of "spec.template.spec". Move it to "spec.template.spec.template.spec".
              - image: docker.io/acme/report:1.4.2
            template:
              spec:
                containers:
                  - image: docker.io/acme/report:1.4.2
    `,
    manifest`
      apiVersion: run.googleapis.com/v1
      kind: Instance
      metadata:
        name: shell
      spec:
        template:
      # ^^^^^^^^ "template" is not a field of "spec". An instance has no template: move what its "spec" holds one level up.
          spec:
            containers:
              - image: docker.io/acme/shell:1.4.2
        containers:
          - image: docker.io/acme/shell:1.4.2
            sourceCode: { inlinedSource: {} }
      #     ^^^^^^^^^^ "sourceCode" is not a field of a container. Leave it out: a manifest deploys an image that is built already.
        sandboxes:
          templates:
            - name: python
              image: docker.io/acme/python:3.13
              ports: [{ containerPort: 8080 }]
      #       ^^^^^ "ports" of "python" is not a field of a sandbox template. Move it to "spec.containers".
    `,
    manifest`
      # Filestore has been in a public description of the API, and is not any more: no misspelt word
      apiVersion: run.googleapis.com/v1
      kind: Job
      metadata:
        name: report
      spec:
        template:
          spec:
            template:
              spec:
                workloadIdentityConfig: { identityType: IDENTITY_TYPE_AGENT_IDENTITY }
      #         ^^^^^^^^^^^^^^^^^^^^^^ "workloadIdentityConfig" is not a field of "spec.template.spec.template.spec". Set the annotation "run.googleapis.com/identity-type" in "spec.template.metadata".
                containers:
                  - image: docker.io/acme/report:1.4.2
                volumes:
                  - name: share
                    filestore: { volume: projects/acme-prod/locations/europe-west1/volumePools/p/volumes/v }
      #             ^^^^^^^^^ "filestore" of "share" is not a field of a volume.
    `,
  ],
  good: [
    manifest`
      apiVersion: run.googleapis.com/v1
      kind: WorkerPool
      metadata:
        name: pullers
        annotations: { run.googleapis.com/launch-stage: BETA }
      spec:
        template:
          spec:
            sandboxes: { templates: [{ name: python, image: "docker.io/acme/python:3.13", workingDir: /srv }] }
            containers:
              - image: docker.io/acme/puller:1.4.2
                sandboxLauncher: true
    `,
    manifest`
      apiVersion: run.googleapis.com/v1
      kind: Job
      metadata:
        name: report
        annotations: { run.googleapis.com/launch-stage: BETA }
      spec:
        template:
          metadata:
            annotations:
              run.googleapis.com/identity-type: agent-identity
          spec:
            delayExecution: true
            template:
              spec:
                sandboxes: { templates: [{ name: python, image: "docker.io/acme/python:3.13", command: [python3] }] }
                containers:
                  - image: docker.io/acme/report:1.4.2
                    sandboxLauncher: true
    `,
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: shop
        labels:
          taskcount: "4"
        annotations:
          run.googleapis.com/description: Keys of labels and annotations are free
          acme.example/anything: allowed
      spec:
        template:
          metadata:
            annotations:
              autoscaling.knative.dev/maxScale: "5"
          spec:
            containerConcurrency: 20
            timeoutSeconds: 60
            containers:
              - image: docker.io/acme/shop:1.4.2
                workingDir: /srv
                startupProbe:
                  httpGet:
                    path: /ready
                    httpHeaders: [{ name: Host, value: shop.example }]
      status:
        observedBy: what stands in the status does not matter
    `,
    template`
      spec:
        "{{ concurrency_field }}": 20
        containers:
          - image: docker.io/acme/shop:1.4.2
    `,
  ],
  fixes: {
    block: changedTemplate`
          spec:
        <   container_concurrency: 20 # measured
        >   containerConcurrency: 20 # measured
            containers:
              - image: docker.io/acme/web:1.2.3
      `,
    flow: changedTemplate`
          spec:
            containers:
        <     - { image: docker.io/acme/web:1.2.3, "startupprobe": { tcpSocket: { port: 8080 } } }
        >     - { image: docker.io/acme/web:1.2.3, "startupProbe": { tcpSocket: { port: 8080 } } }
      `,
  },
  *check(workload) {
    const root = workload.open;
    for (const { key, field: unknown, owner } of unknownFields(root)) {
      const object = owner.shape?.title ?? '';
      if (insteadOfKubernetes(object, key) !== undefined) continue;
      const instead = insteadOfOtherDialect(object, key);
      const meant = closest(key, Object.keys(owner.shape?.properties ?? {}));
      const hint =
        instead !== undefined
          ? ` ${instead}`
          : meant !== undefined
            ? say` Did you mean ${fieldName(meant)}?`
            : object === 'EnvVar' && !owner.get('name').exists
              ? say` Write an item with ${setting('name', key)} and its ${fieldName('value')}.`
              : whereItBelongs(root, owner, key);
      const message = say`"${key}"${whoseField(workload, unknown)} is not a field of ${nameOfKind(owner)}.${hint}`;
      const help = hint === '' ? 'Correct the name, or remove the field.' : undefined;
      const predicts = refusalOfUnknown(workload, unknown);
      yield { on: unknown.key, message, help, predicts, fix: rename(unknown, key, meant) };
    }
  },
});

/** The name that differs only in case or separators, or else the one that is spelt most alike. */
function closest(key: string, names: readonly string[]): string | undefined {
  return names.find((name) => bare(name) === bare(key)) ?? suggest(key, names);
}

/** Points to the nearest object around it that has such a field, or else to the one nearest below or beside. */
function whereItBelongs(root: OpenField, owner: OpenField, key: string): Text {
  const here = owner.path.filter((segment) => typeof segment === 'string').join('.');
  const places = root.shape ? placesOf(root.shape, key) : [];
  const byDepth = places.toSorted((a, b) => depth(a) - depth(b));
  const around = byDepth.filter((place) => here.startsWith(`${place}.`));
  const below = byDepth.filter((place) => here === '' || place.startsWith(`${here}.`));
  const beside = places.filter((place) => `${here}.`.startsWith(place.slice(0, place.lastIndexOf('.') + 1)));
  const place =
    around.at(-1) ?? (depth(below[0]) < depth(below[1]) ? below[0] : places.length === 1 ? places[0] : beside.at(-1));
  if (place === undefined) return '';
  return place === '' ? ' Move it to the top of the file.' : say` Move it to ${fieldName(place)}.`;
}

function depth(place: string | undefined): number {
  return place?.split('.').length ?? Number.POSITIVE_INFINITY;
}

/** A fix only where there is little doubt: two letters at most, or the same name in other case. */
function rename(unknown: OpenField, key: string, meant: string | undefined): Fix | undefined {
  if (meant === undefined) return undefined;
  if (bare(meant) !== bare(key) && suggest(key, [meant], 2) === undefined) return undefined;
  return safeFix(say`Write ${fieldName(meant)}`, renameKey(unknown, meant));
}

function bare(name: string): string {
  return name.replace(/[_-]/g, '').toLowerCase();
}
