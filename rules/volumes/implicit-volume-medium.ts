import { changedTemplate, changedTerraform, manifest, template } from '../../src/examples.ts';
import { defineRule, fieldName, insertEntry, safeFix, say, setting } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'implicit-volume-medium',
  severity: 'warning',
  appliesTo: 'workload',
  needs: { mentions: ['emptyDir'], wholeText: true },
  summary: 'An `emptyDir` does not say where its files are kept.',
  why: 'In Kubernetes an `emptyDir` without a medium is on disk. Cloud Run keeps it in memory, where every file counts against the memory limit of its writer, and says that this may change.',
  remedy:
    'Write `medium: Memory` to keep what you have. For files that need not be in memory, `medium: Disk` is in preview.',
  help: false,
  references: [
    'https://cloud.google.com/run/docs/configuring/services/in-memory-volume-mounts',
    'https://cloud.google.com/run/docs/reference/rest/v2/EmptyDirVolumeSource',
  ],
  fixable: 'safe',
  bad: [
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            volumeMounts:
              - name: cache
                mountPath: /cache
        volumes:
          - name: cache
            emptyDir: {}
      #     ^^^^^^^^ The volume "cache" has no "medium", which means memory in Cloud Run. Write "medium: Memory".
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            volumeMounts:
              - name: sockets
                mountPath: /run/sockets
          - name: search
            image: docker.io/acme/search:1.4.2
            volumeMounts:
              - name: sockets
                mountPath: /run/sockets
        volumes:
          - name: sockets
            emptyDir:
      #     ^^^^^^^^ The volume "sockets" has no "medium", which means memory in Cloud Run. Write "medium: Memory".
              sizeLimit: 8Mi
    `,
  ],
  good: [
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            volumeMounts:
              - name: cache
                mountPath: /cache
        volumes:
          - name: cache
            emptyDir:
              medium: Memory
              sizeLimit: 64Mi
    `,
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: shop
        annotations:
          run.googleapis.com/launch-stage: BETA
      spec:
        template:
          metadata:
            annotations:
              run.googleapis.com/execution-environment: gen2
          spec:
            containers:
              - image: docker.io/acme/shop:1.4.2
                volumeMounts:
                  - name: cache
                    mountPath: /cache
                  - name: scratch
                    mountPath: /scratch
            volumes:
              - name: cache
                emptyDir:
                  medium: "%MEDIUM%"
                  sizeLimit: 64Mi
              - name: scratch
                emptyDir:
                  medium: Disk
                  sizeLimit: 10Gi
    `,
  ],
  fixes: {
    block: changedTemplate`
          spec:
            containers:
              - image: docker.io/acme/web:1.2.3
                volumeMounts: [{ name: scratch, mountPath: /scratch }]
            volumes:
              - name: scratch
                emptyDir: # small
        >         medium: Memory
                  sizeLimit: 64Mi
      `,
    flow: changedTemplate`
          spec:
            containers:
              - image: docker.io/acme/web:1.2.3
                volumeMounts: [{ name: scratch, mountPath: /scratch }]
            volumes:
        <     - { name: scratch, emptyDir: {} }
        >     - { name: scratch, emptyDir: { medium: Memory } }
      `,
    hcl: changedTerraform`
          resource "google_cloud_run_service" "web" {
            name     = "web"
            location = "europe-west1"

            template {
              spec {
                containers {
                  image = "docker.io/acme/web:1.2.3"

                  volume_mounts {
                    name       = "scratch"
                    mount_path = "/scratch"
                  }
                }

                volumes {
                  name = "scratch"
                  empty_dir {
                    size_limit = "64Mi"
        >           medium     = "Memory"
                  }
                }
              }
            }
          }
      `,
  },
  *check(workload) {
    for (const { field } of workload.volumes) {
      const emptyDir = field.get('emptyDir');
      const medium = emptyDir.get('medium');
      if (!emptyDir.isMap || (medium.exists && !medium.isNull && medium.text !== '')) continue;
      yield {
        on: emptyDir,
        message: say`The volume "${field.get('name').text ?? ''}" has no ${fieldName('medium')}, which means memory in Cloud Run. Write ${setting('medium', 'Memory')}.`,
        fix: safeFix(say`Write ${setting('medium', 'Memory')}`, insertEntry(emptyDir, 'medium', 'Memory')),
      };
    }
  },
});
