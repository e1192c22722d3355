import type { Table } from '../table.ts';

const headers: Table = { name: { to: 'name' }, value: { to: 'value' } };

/** A probe. Names are the same in v1, but for their case. */
export const probe: Table = {
  initial_delay_seconds: { to: 'initialDelaySeconds' },
  timeout_seconds: { to: 'timeoutSeconds' },
  period_seconds: { to: 'periodSeconds' },
  failure_threshold: { to: 'failureThreshold' },
  success_threshold: { to: 'successThreshold' },
  http_get: {
    to: 'httpGet',
    block: { path: { to: 'path' }, port: { to: 'port' }, http_headers: { to: 'httpHeaders', blocks: headers } },
  },
  tcp_socket: { to: 'tcpSocket', block: { port: { to: 'port' } } },
  grpc: { to: 'grpc', block: { port: { to: 'port' }, service: { to: 'service' } } },
};

/** Where a container sees a volume. */
export const mount: Table = {
  name: { to: 'name' },
  mount_path: { to: 'mountPath' },
  sub_path: { to: 'subPath' },
};

/** What containers of the v1 and the v2 API have in common. */
export const sharedContainer: Table = {
  name: { to: 'name' },
  image: { to: 'image' },
  command: { to: 'command' },
  args: { to: 'args' },
  working_dir: { to: 'workingDir' },
  volume_mounts: { to: 'volumeMounts', blocks: mount },
  startup_probe: { to: 'startupProbe', block: probe },
  liveness_probe: { to: 'livenessProbe', block: probe },
  readiness_probe: { to: 'readinessProbe', block: probe },
  sandbox_launcher: { to: 'sandboxLauncher' },
};

const env: Table = {
  name: { to: 'name' },
  value: { to: 'value' },
  value_source: {
    to: 'valueFrom',
    block: {
      secret_key_ref: {
        to: 'secretKeyRef',
        block: {
          secret: { to: 'name', as: 'secret-name' },
          version: { to: 'key', default: 'latest' },
        },
      },
    },
  },
};

/** A container of the v2 API. */
export const container: Table = {
  ...sharedContainer,
  env: { to: 'env', blocks: env },
  ports: { to: 'ports', blocks: { name: { to: 'name' }, container_port: { to: 'containerPort' } } },
  resources: {
    block: {
      limits: { to: 'resources.limits' },
      cpu_idle: { joint: 'cpu-idle' },
      startup_cpu_boost: { joint: 'cpu-boost' },
    },
  },
  depends_on: { joint: 'start-order' },
  base_image_uri: { unread: 'no v1 field' },
  source_code: { unread: 'no v1 field' },
  build_info: { unread: 'output' },
};
