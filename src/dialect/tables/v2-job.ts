import type { ObjectKind } from '../table.ts';
import { environment, instance, object } from './v2.ts';

/** A job of the v2 API: the outer template is that of an execution, the inner one that of a task. */
export const v2Job: ObjectKind = {
  resource: 'google_cloud_run_v2_job',
  form: 'hcl',
  kind: 'Job',
  apiVersion: 'run.googleapis.com/v1',
  templateMetadata: ['spec', 'template', 'metadata'],
  instance: ['template', 'template'],
  isV2: true,
  table: {
    ...object,
    start_execution_token: { to: '/spec.startExecutionToken' },
    run_execution_token: { to: '/spec.runExecutionToken' },
    template: {
      block: {
        labels: { joint: 'labels' },
        annotations: { joint: 'annotations' },
        parallelism: { to: '/spec.template.spec.parallelism' },
        task_count: { to: '/spec.template.spec.taskCount' },
        template: {
          block: {
            ...instance('spec.template.spec.template.spec'),
            ...environment,
            max_retries: { to: '/spec.template.spec.template.spec.maxRetries' },
            timeout: { to: '/spec.template.spec.template.spec.timeoutSeconds', as: 'seconds' },
          },
        },
      },
    },
  },
};
