import { changedTemplate, template } from '../../src/examples.ts';
import { defineRule, replaceScalar, say, unsafeFix, valueName } from '../../src/rule-kit.ts';

const environment = 'run.googleapis.com/execution-environment';

export default defineRule({
  id: 'gen1-network-volume',
  severity: 'error',
  refused: true,
  appliesTo: 'service',
  needs: { mentions: ['gen1'] },
  summary: 'A bucket or NFS share is mounted in the first execution environment.',
  why: 'Only the second generation can mount network file systems. The template asks for the first, so the volume cannot be mounted.',
  remedy: 'Write `run.googleapis.com/execution-environment: gen2`, or leave it out.',
  help: false,
  references: [
    'https://cloud.google.com/run/docs/about-execution-environments',
    'https://cloud.google.com/run/docs/configuring/services/cloud-storage-volume-mounts',
  ],
  fixable: 'unsafe',
  bad: [
    template`
      metadata:
        annotations:
          run.googleapis.com/execution-environment: gen1
      #                                             ^^^^ The execution environment "gen1" cannot mount the volume "uploads", a bucket. Write "gen2".
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            volumeMounts:
              - name: uploads
                mountPath: /uploads
        volumes:
          - name: uploads
            csi:
      #     ~~~ The volume is here.
              driver: gcsfuse.run.googleapis.com
              volumeAttributes:
                bucketName: acme-uploads
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/execution-environment: gen1
      #                                             ^^^^ The execution environment "gen1" cannot mount the volume "share", an NFS share. Write "gen2".
          run.googleapis.com/vpc-access-connector: acme-vpc
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            volumeMounts:
              - name: share
                mountPath: /share
        volumes:
          - name: share
            nfs:
      #     ~~~ The volume is here.
              server: 10.0.0.5
              path: /export
    `,
  ],
  good: [
    template`
      metadata:
        annotations:
          run.googleapis.com/execution-environment: gen1
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            volumeMounts:
              - name: scratch
                mountPath: /scratch
        volumes:
          - name: scratch
            emptyDir:
              medium: Memory
              sizeLimit: 64Mi
    `,
  ],
  fixes: {
    block: changedTemplate`
          metadata:
            annotations:
        <     run.googleapis.com/execution-environment: gen1
        >     run.googleapis.com/execution-environment: gen2
          spec:
            containers:
              - image: docker.io/acme/web:1.2.3
                volumeMounts: [{ name: share, mountPath: /share }]
            volumes:
              - { name: share, nfs: { server: 10.0.0.2, path: /share } }
      `,
    flow: changedTemplate`
        < metadata: { annotations: { run.googleapis.com/execution-environment: "gen1" } }
        > metadata: { annotations: { run.googleapis.com/execution-environment: "gen2" } }
          spec:
            containers:
              - { image: docker.io/acme/web:1.2.3, volumeMounts: [{ name: share, mountPath: /share }] }
            volumes: [{ name: share, nfs: { server: 10.0.0.2, path: /share } }]
      `,
  },
  *check(service) {
    if (service.executionEnvironment !== 'gen1') return;
    for (const { field, sources } of service.volumes) {
      const source = sources.find((name) => name === 'csi' || name === 'nfs');
      if (!source) continue;
      const name = field.get('name').text || undefined;
      yield {
        on: service.templateAnnotation(environment),
        // Not safe: the generations differ in start-up time and system calls.
        fix: unsafeFix(
          say`Write ${valueName('gen2', environment)}`,
          replaceScalar(service.templateAnnotation(environment), 'gen2'),
        ),
        message: say`The execution environment ${valueName('gen1', environment)} cannot mount ${name === undefined ? 'a volume' : `the volume "${name}"`}, ${source === 'nfs' ? 'an NFS share' : 'a bucket'}. Write ${valueName('gen2', environment)}.`,
        related: [{ on: field.get(source).key, message: 'The volume is here.' }],
      };
    }
  },
});
