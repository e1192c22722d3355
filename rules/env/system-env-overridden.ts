import { manifest, template } from '../../src/examples.ts';
import { defineRule, systemVariables } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'system-env-overridden',
  severity: 'error',
  appliesTo: 'workload',
  needs: { mentions: [...systemVariables('Service'), ...systemVariables('Job')] },
  summary: 'A variable has the name of one that Cloud Run sets.',
  why: 'Cloud Run tells every container which service and revision, or which job and task, it belongs to. Libraries for logging and tracing read these names, so Cloud Run reserves them and refuses a revision or job that sets one.',
  remedy: 'Choose another name.',
  help: false,
  references: ['https://cloud.google.com/run/docs/container-contract#env-vars'],
  predicts: 'The following reserved env names were provided: NAME',
  bad: [
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            env:
              - name: K_SERVICE
      #               ^^^^^^^^^ Cloud Run sets "K_SERVICE" itself. Choose another name.
                value: shop-blue
    `,
    manifest`
      apiVersion: run.googleapis.com/v1
      kind: Job
      metadata:
        name: report
      spec:
        template:
          spec:
            template:
              spec:
                containers:
                  - image: docker.io/acme/report:2.2
                    env:
                      - name: CLOUD_RUN_TASK_INDEX
      #                       ^^^^^^^^^^^^^^^^^^^^ Cloud Run sets "CLOUD_RUN_TASK_INDEX" itself. Choose another name.
                        value: "0"
    `,
  ],
  good: [
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            env:
              - name: SERVICE
                value: shop-blue
              - name: CLOUD_RUN_JOB
                value: none
    `,
  ],
  *check(workload) {
    const names = systemVariables(workload.kind);
    for (const container of workload.containers) {
      for (const { field, name } of container.env) {
        if (!names.includes(name ?? '')) continue;
        yield {
          on: field.get('name'),
          message: `Cloud Run sets "${name}"${container.after('of')} itself. Choose another name.`,
          predicts: `The following reserved env names were provided: ${name}`,
        };
      }
    }
  },
});
