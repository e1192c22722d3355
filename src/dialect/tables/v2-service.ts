import type { ObjectKind } from '../table.ts';
import { environment, instance, object, run, scaling, share } from './v2.ts';

/** A service of the v2 API. */
export const v2Service: ObjectKind = {
  resource: 'google_cloud_run_v2_service',
  form: 'hcl',
  kind: 'Service',
  apiVersion: 'serving.knative.dev/v1',
  templateMetadata: ['spec', 'template', 'metadata'],
  instance: ['template'],
  isV2: true,
  table: {
    ...object,
    description: { to: `S:${run('description')}` },
    ingress: {
      to: `S:${run('ingress')}`,
      values: {
        INGRESS_TRAFFIC_ALL: 'all',
        INGRESS_TRAFFIC_INTERNAL_ONLY: 'internal',
        INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER: 'internal-and-cloud-load-balancing',
        INGRESS_TRAFFIC_NONE: 'none',
      },
    },
    default_uri_disabled: { to: `S:${run('default-url-disabled')}` },
    invoker_iam_disabled: { to: `S:${run('invoker-iam-disabled')}` },
    iap_enabled: { to: `S:${run('iap-enabled')}` },
    custom_audiences: { to: `S:${run('custom-audiences')}`, as: 'json' },
    multi_region_settings: {
      block: { regions: { to: `S:${run('regions')}`, as: 'commas' }, multi_region_id: { unread: 'output' } },
    },
    scaling: { block: scaling },
    traffic: { to: '/spec.traffic', blocks: share('TRAFFIC_TARGET_ALLOCATION_TYPE') },
    build_config: {
      block: {
        function_target: { to: `S:${run('build-function-target')}` },
        source_location: { to: `S:${run('build-source-location')}` },
        image_uri: { to: `S:${run('build-image-uri')}` },
        base_image: { to: `S:${run('build-base-image')}` },
        enable_automatic_updates: { to: `S:${run('build-enable-automatic-updates')}` },
        environment_variables: { to: `S:${run('build-environment-variables')}`, as: 'json' },
        service_account: { to: `S:${run('build-service-account')}` },
        worker_pool: { to: `S:${run('build-worker-pool')}` },
        name: { unread: 'output' },
      },
    },
    template: {
      block: {
        ...instance('spec.template.spec'),
        ...environment,
        annotations: { joint: 'annotations' },
        labels: { joint: 'labels' },
        revision: { to: '/spec.template.metadata.name' },
        scaling: {
          block: {
            min_instance_count: { to: 'T:autoscaling.knative.dev/minScale' },
            max_instance_count: { to: 'T:autoscaling.knative.dev/maxScale' },
            cpu_utilization: { to: `T:${run('scaling-cpu-target')}` },
            concurrency_utilization: { to: `T:${run('scaling-concurrency-target')}` },
          },
        },
        max_instance_request_concurrency: { to: '/spec.template.spec.containerConcurrency' },
        timeout: { to: '/spec.template.spec.timeoutSeconds', as: 'seconds' },
        session_affinity: { to: `T:${run('sessionAffinity')}` },
        health_check_disabled: { to: `T:${run('health-check-disabled')}` },
        service_mesh: { block: { mesh: { to: `T:${run('mesh')}` } } },
        sandboxes: { unread: 'no v1 field' },
      },
    },
  },
};
