import { template } from '../../src/examples.ts';
import { annotationName, defineRule, say, valueName } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'tmp-mount-in-gen1',
  severity: 'warning',
  appliesTo: 'service',
  needs: { mentions: ['/tmp', '/tmp/'] },
  summary: 'A volume is mounted at "/tmp" where the first generation may run it.',
  why: 'In the first generation of the execution environment a revision with a volume at `/tmp` does not start. Where the file leaves the generation open, Cloud Run chooses it.',
  remedy: 'Set `run.googleapis.com/execution-environment` to `gen2` on the template, or mount the volume elsewhere.',
  help: false,
  references: [
    'https://cloud.google.com/run/docs/about-execution-environments',
    'https://cloud.google.com/run/docs/configuring/services/in-memory-volume-mounts',
  ],
  bad: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            volumeMounts: [{ name: scratch, mountPath: /tmp }]
      #                                                ^^^^ "shop" mounts a volume at "/tmp", with which no revision starts in the first generation. Set "run.googleapis.com/execution-environment" to "gen2".
          - name: cache
            image: docker.io/library/redis:7.4
        volumes:
          - name: scratch
            emptyDir: { medium: Memory, sizeLimit: 64Mi }
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/execution-environment: gen1
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            volumeMounts: [{ name: key, mountPath: /tmp/ }]
      #                                            ^^^^^ The container mounts a volume at "/tmp", with which no revision starts in the first generation. Set "run.googleapis.com/execution-environment" to "gen2".
        volumes:
          - name: key
            secret: { secretName: key }
    `,
  ],
  good: [
    template`
      metadata:
        annotations:
          run.googleapis.com/execution-environment: gen2
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            volumeMounts: [{ name: scratch, mountPath: /tmp }]
        volumes:
          - name: scratch
            emptyDir: { medium: Memory, sizeLimit: 64Mi }
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/execution-environment: "%GENERATION%"
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            volumeMounts: [{ name: scratch, mountPath: /tmp }]
        volumes:
          - name: scratch
            emptyDir: { medium: Memory, sizeLimit: 64Mi }
    `,
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            volumeMounts: [{ name: uploads, mountPath: /tmp }, { name: scratch, mountPath: /scratch }]
        volumes:
          # Cloud Run runs a bucket in the second generation.
          - name: uploads
            csi: { driver: gcsfuse.run.googleapis.com, volumeAttributes: { bucketName: acme } }
          - name: scratch
            emptyDir: { medium: Memory, sizeLimit: 64Mi }
    `,
  ],
  *check(service) {
    const { executionEnvironment } = service;
    if (executionEnvironment !== 'gen1' && executionEnvironment !== 'any') return;
    for (const mount of service.containers.flatMap(({ mounts }) => mounts)) {
      const source = mount.volume?.sources[0];
      if (mount.path !== '/tmp' || (source !== 'emptyDir' && source !== 'secret')) continue;
      const key = 'run.googleapis.com/execution-environment';
      yield {
        on: mount.field.get('mountPath'),
        message: say`${mount.container.subject} mounts a volume at "/tmp", with which no revision starts in the first generation. Set ${annotationName(key)} to ${valueName('gen2', key)}.`,
      };
    }
  },
});
