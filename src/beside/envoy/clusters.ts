import type { Defect } from '../facts.ts';
import { below, everywhere, itemsOf, type Open } from '../open-yaml.ts';

/** A host's name; what has a colon, a number at its end or a variable is none. */
const name = /^[a-z](?:[\w-]*[a-z\d])?(?:\.[\w-]*[a-z])*\.?$/i;

/**
 * Names in clusters of the type STATIC, which is that of a cluster without any: Envoy exits with `malformed IP address`.
 * https://www.envoyproxy.io/docs/envoy/latest/intro/arch_overview/upstream/service_discovery
 */
export function* staticNames(resources: Open): Generator<Defect> {
  for (const cluster of itemsOf(below(resources, 'clusters'))) {
    if (!isStatic(cluster)) continue;
    for (const group of itemsOf(below(cluster, 'load_assignment', 'endpoints'))) {
      for (const endpoint of itemsOf(below(group, 'lb_endpoints'))) {
        const socket = below(endpoint, 'endpoint', 'address', 'socket_address');
        const on = below(socket, 'address');
        // A resolver of one's own may take names.
        if (on.text === undefined || on.unknown || !name.test(on.text) || below(socket, 'resolver_name').exists)
          continue;
        yield { kind: 'static-name', on, host: on.text, cluster: below(cluster, 'name').text ?? '' };
      }
    }
  }
}

function isStatic(cluster: Open): boolean {
  const type = below(cluster, 'type');
  if (cluster.mayHoldMore || below(cluster, 'cluster_type').exists) return false;
  return !type.exists || type.text === 'STATIC';
}

/**
 * Clusters that a route names and nobody describes: Envoy checks those of routes in the file itself and exits with
 * `route: unknown cluster`. https://github.com/envoyproxy/envoy/issues/16850
 */
export function* undefinedClusters(resources: Open): Generator<Defect> {
  const clusters = below(resources, 'clusters');
  const names = itemsOf(clusters).map((cluster) => below(cluster, 'name'));
  if (clusters.mayHoldMore || names.some(({ text, unknown }) => text === undefined || unknown)) return;
  const known = names.flatMap(({ text }) => text ?? []);
  for (const field of everywhere(below(resources, 'listeners'))) {
    const table = below(field, 'route_config');
    const isChecked = table.exists && below(table, 'validate_clusters').text !== 'false';
    for (const host of isChecked ? itemsOf(below(table, 'virtual_hosts')) : []) {
      for (const route of itemsOf(below(host, 'routes'))) {
        const on = below(route, 'route', 'cluster');
        if (on.text === undefined || on.unknown || known.includes(on.text)) continue;
        yield { kind: 'undefined-component', on, what: 'cluster', name: on.text, known };
      }
    }
  }
}
