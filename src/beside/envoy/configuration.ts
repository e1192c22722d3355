import { reachOf } from '../../model/address.ts';
import type { Setup } from '../configuration.ts';
import type { Called, Configuration, Defect, OpenedPort } from '../facts.ts';
import { namedFiles } from '../named-files.ts';
import { below, everywhere, itemsOf, type Open, rootOf, yamlOf } from '../open-yaml.ts';
import { staticNames, undefinedClusters } from './clusters.ts';

const usual = '/etc/envoy/envoy.yaml';

/**
 * What Envoy does by its file: https://www.envoyproxy.io/docs/envoy/latest/api-v3/config/bootstrap/v3/bootstrap.proto.
 */
export function envoyConfiguration(setup: Setup, id: string): Configuration | undefined {
  const words = setup.commandLine.words.map(({ text }) => text);
  if (words.some((word) => /^--config-yaml\b/.test(word))) return undefined;
  const [path = usual, more] = namedFiles(id, setup.commandLine).map((named) => named.path);
  if (more !== undefined || !/^\/.*\.(?:ya?ml|json)$/.test(path) || setup.isMounted(path)) return undefined;
  const folder = path.slice(0, path.lastIndexOf('/')) || '/';
  const image = setup.filesIn([folder]);
  const file = image.copied.get(path);
  if (!file || image.mayDiffer(path)) return undefined;
  const source = yamlOf(file.source);
  const problem = source.documents[0]?.problem;
  if (problem) {
    const defects: Defect[] = [
      { kind: 'unreadable', on: { source, span: problem, path: [], stablePath: [] }, why: problem.message },
    ];
    return { opened: [], isComplete: false, called: [], defects, files: [file] };
  }
  const root = rootOf(source);
  if (!root || source.documents.length > 1 || source.hasTemplateLines) return undefined;
  const resources = below(root, 'static_resources');
  const dynamic = below(root, 'dynamic_resources');
  const opened: OpenedPort[] = [];
  for (const listener of itemsOf(below(resources, 'listeners'))) {
    const port = open(below(listener, 'address'), 'data');
    if (port) opened.push({ ...port, protocol: protocolOf(listener) });
  }
  const admin = open(below(root, 'admin', 'address'), 'admin');
  if (admin) opened.push(admin);
  const called = itemsOf(below(resources, 'clusters')).flatMap((cluster) => [...endpointsOf(cluster)]);
  const mayHaveMoreClusters = ['cds_config', 'ads_config'].some((key) => below(dynamic, key).exists);
  const defects = [
    ...staticNames(resources),
    ...(mayHaveMoreClusters ? [] : undefinedClusters(resources)),
    ...logsOf(below(root), setup),
  ];
  const isComplete =
    !['lds_config', 'ads_config'].some((key) => below(dynamic, key).exists) &&
    opened.every(({ port }) => port !== undefined);
  return { opened, isComplete, called, defects, files: [file] };
}

function open(address: Open, purpose: OpenedPort['purpose']): OpenedPort | undefined {
  const socket = below(address, 'socket_address');
  if (!socket.exists) return undefined;
  const port = below(socket, 'port_value');
  const host = below(socket, 'address').text;
  const udp = below(socket, 'protocol').text === 'UDP';
  return {
    port: numberOf(port),
    ...(udp && { udp }),
    reach: host === undefined ? undefined : reachOf(host),
    protocol: 'http',
    purpose,
    on: port.exists ? port : socket,
  };
}

/** By its chains of filters; undefined where some of them take TLS and others do not. */
function protocolOf(listener: Open): 'http' | 'https' | undefined {
  const chains = itemsOf(below(listener, 'filter_chains'));
  const secured = chains.filter((chain) => below(chain, 'transport_socket').exists).length;
  if (secured === 0) return 'http';
  return secured === chains.length ? 'https' : undefined;
}

/** https://www.envoyproxy.io/docs/envoy/latest/api-v3/config/cluster/v3/cluster.proto */
function* endpointsOf(cluster: Open): Generator<Called> {
  for (const group of itemsOf(below(cluster, 'load_assignment', 'endpoints'))) {
    for (const one of itemsOf(below(group, 'lb_endpoints'))) {
      const socket = below(one, 'endpoint', 'address', 'socket_address');
      const host = below(socket, 'address');
      const port = below(socket, 'port_value');
      if (host.text === undefined || host.unknown) continue;
      const name = `cluster ${below(cluster, 'name').text ?? ''}`.trim();
      yield {
        host: host.text,
        port: numberOf(port),
        protocol: hasTlsUpstream(cluster) ? 'https' : undefined,
        name,
        on: port.exists ? port : host,
      };
    }
  }
}

function hasTlsUpstream(cluster: Open): boolean {
  return below(cluster, 'transport_socket').exists;
}

function numberOf({ plain, text }: Open): number | undefined {
  if (plain?.kind === 'int' && typeof plain.value === 'number') return plain.value;
  return plain === undefined && /^\d{1,5}$/.test(text ?? '') ? Number(text) : undefined;
}

/** Access logs that go to a file: Cloud Run collects what is written to standard output and below `/var/log`. */
function* logsOf(root: Open, { isMounted }: Setup): Generator<Defect> {
  for (const field of everywhere(root)) {
    if (!/FileAccessLog$/.test(below(field, '@type').text ?? '')) continue;
    const path = below(field, 'path');
    const { text = '' } = path;
    if (text.startsWith('/') && !/^\/(?:dev|proc|var\/log)\//.test(text) && !isMounted(text))
      yield { kind: 'log-to-file', on: path, path: text };
  }
}
