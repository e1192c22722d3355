import { homepage, site } from '../../src/links.ts';

/** A source as a page lists it. */
export interface Reference {
  /** What it is about, in the words of its address. */
  readonly title: string;
  /** Whose it is. */
  readonly publisher: string;
}

/** Who publishes below an address; the longest that fits counts. */
const publishers: readonly (readonly [start: string, name: string])[] = [
  ['cloud.google.com/run/docs/', 'Cloud Run documentation'],
  ['cloud.google.com/run/', 'Cloud Run'],
  ['cloud.google.com/sql/docs/', 'Cloud SQL documentation'],
  ['cloud.google.com/alloydb/docs/', 'AlloyDB documentation'],
  ['cloud.google.com/service-mesh/docs/', 'Cloud Service Mesh documentation'],
  ['cloud.google.com/stackdriver/docs/', 'Google Cloud Observability documentation'],
  ['cloud.google.com/secret-manager/docs/', 'Secret Manager documentation'],
  ['cloud.google.com/sdk/', 'Google Cloud CLI'],
  ['cloud.google.com/', 'Google Cloud documentation'],
  ['docs.datadoghq.com/', 'Datadog documentation'],
  ['opentelemetry.io/docs/', 'OpenTelemetry documentation'],
  ['www.envoyproxy.io/docs/envoy/latest/', 'Envoy documentation'],
  ['nginx.org/en/docs/', 'nginx documentation'],
  ['httpd.apache.org/docs/', 'Apache HTTP Server documentation'],
  ['istio.io/latest/', 'Istio documentation'],
  ['linkerd.io/', 'Linkerd documentation'],
  ['kubernetes.io/docs/', 'Kubernetes documentation'],
  ['knative.dev/docs/', 'Knative documentation'],
  ['registry.terraform.io/providers/hashicorp/google/latest/docs/', 'Terraform provider for Google Cloud'],
  ['registry.terraform.io/', 'Terraform Registry'],
  ['hub.docker.com/', 'Docker Hub'],
  ['docs.docker.com/', 'Docker documentation'],
  ['oauth2-proxy.github.io/oauth2-proxy/', 'OAuth2 Proxy documentation'],
  ['yaml.org/', 'YAML'],
];

/** What a link says of its target, without asking anybody: nobody's title is quoted. */
export function describeReference(address: string): Reference {
  const { hostname, pathname, hash, search } = new URL(address);
  const host = hostname.replace(/^(?:www|m)\./, '');
  if (host === 'github.com' && !address.startsWith(homepage)) return onGitHub(pathname, hash);
  const own = [homepage, site].find((start) => address.startsWith(start));
  const whole = `${hostname}${pathname}`;
  const known = publishers.filter(([start]) => whole.startsWith(start)).sort(([a], [b]) => b.length - a.length)[0];
  const path = known ? whole.slice(known[0].length) : pathname;
  const parts = [...path.split('/'), hash.slice(1), search.slice(1)]
    .map(words)
    .filter((part) => part !== '' && part !== '_');
  const publisher = own ? 'this project' : (known?.[1] ?? host);
  return { title: parts.join(' › ') || publisher, publisher };
}

/** A repository, or what of it is meant. */
function onGitHub(pathname: string, hash: string): Reference {
  const [owner = '', name = '', kind, ...rest] = pathname.split('/').filter((part) => part !== '');
  const publisher = `${owner}/${name} on GitHub`;
  const anchor = hash === '' ? '' : ` › ${words(hash.slice(1))}`;
  if (kind === 'issues') return { title: `issue ${rest[0]}`, publisher };
  if (kind === 'pull') return { title: `pull request ${rest[0]}`, publisher };
  if (kind === 'blob' || kind === 'tree') return { title: `${rest.slice(1).join('/')}${anchor}`, publisher };
  if (kind === 'releases') return { title: ['releases', ...rest.slice(-1)].join(' › '), publisher };
  return { title: `${[name, kind, ...rest].filter((part) => part).join(' › ')}${anchor}`, publisher };
}

/** A part of an address as words: `in-memory-volume-mounts` as "in memory volume mounts". */
function words(part: string): string {
  const plain = decodeURIComponent(part).replace(/\.(?:html?|md)$/, '');
  return /[A-Z_.]/.test(plain) ? plain : plain.replaceAll('-', ' ');
}
