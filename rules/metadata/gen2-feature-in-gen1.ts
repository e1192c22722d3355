import { manifest, template } from '../../src/examples.ts';
import { defineRule, say, type Text, valueName } from '../../src/rule-kit.ts';

const key = 'run.googleapis.com/execution-environment';

export default defineRule({
  id: 'gen2-feature-in-gen1',
  severity: 'warning',
  appliesTo: 'service',
  needs: { mentions: ['gen1'] },
  summary: 'A service asks for the first execution environment and for something that only the second has.',
  why: 'An ephemeral disk, sandboxes and access by SSH exist in the second generation only. The first one was asked for: either the deploy is refused, or what was asked for is not followed.',
  remedy: 'Write `run.googleapis.com/execution-environment: gen2`, or leave it out.',
  help: false,
  references: [
    'https://cloud.google.com/run/docs/about-execution-environments',
    'https://cloud.google.com/run/docs/configuring/services/ephemeral-disk',
  ],
  bad: [
    template`
      metadata:
        annotations:
          run.googleapis.com/execution-environment: gen1
      #                                             ^^^^ The execution environment "gen1" has no ephemeral disk, but the volume "scratch" needs one. Write "gen2".
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            volumeMounts:
              - { name: scratch, mountPath: /scratch }
        volumes:
          - name: scratch
            emptyDir:
              medium: Disk
      #               ~~~~ It is asked for here.
              sizeLimit: 10Gi
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/execution-environment: gen1
      #                                             ^^^^ The execution environment "gen1" has no sandboxes, but "agent" needs them. Write "gen2".
      spec:
        containers:
          - name: agent
            image: docker.io/acme/agent:1.4.2
            sandboxLauncher: true
      #     ~~~~~~~~~~~~~~~ It is asked for here.
    `,
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: shop
        annotations:
          run.googleapis.com/launch-stage: BETA
          run.googleapis.com/ssh-enabled: "true"
      #   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ It is asked for here.
      spec:
        template:
          metadata:
            annotations:
              run.googleapis.com/execution-environment: gen1
      #                                                 ^^^^ The execution environment "gen1" has no access by SSH. Write "gen2".
      #                                                 ^^^^ The execution environment "gen1" has no ephemeral disk, but a volume needs one. Write "gen2".
          spec:
            containers:
              - image: docker.io/acme/shop:1.4.2
            volumes:
              - emptyDir:
                  medium: Disk
      #                   ~~~~ It is asked for here.
                  sizeLimit: 10Gi
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
              - { name: scratch, mountPath: /scratch }
        volumes:
          - name: scratch
            emptyDir: { medium: Memory, sizeLimit: 64Mi }
    `,
  ],
  *check(service) {
    if (service.executionEnvironment !== 'gen1') return;
    const on = service.templateAnnotation(key);
    for (const { field, name } of service.volumes) {
      const medium = field.get('emptyDir').get('medium');
      if (medium.value !== 'Disk') continue;
      yield {
        on,
        message: lacks(`no ephemeral disk, but ${name ? `the volume "${name}"` : 'a volume'} needs one`),
        related: [{ on: medium, message: 'It is asked for here.' }],
      };
    }
    for (const { field, label } of service.containers) {
      const launcher = field.get('sandboxLauncher');
      if (launcher.value !== true) continue;
      yield {
        on,
        message: lacks(`no sandboxes, but "${label}" needs them`),
        related: [{ on: launcher.key, message: 'It is asked for here.' }],
      };
    }
    const ssh = service.annotation('run.googleapis.com/ssh-enabled');
    if (/^true$/i.test(ssh.value ?? '')) {
      yield {
        on,
        message: lacks('no access by SSH'),
        related: [{ on: ssh.key, message: 'It is asked for here.' }],
      };
    }
  },
});

function lacks(what: string): Text {
  return say`The execution environment ${valueName('gen1', key)} has ${what}. Write ${valueName('gen2', key)}.`;
}
