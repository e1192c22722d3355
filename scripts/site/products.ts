import { readFile } from 'node:fs/promises';
import { globby } from 'globby';
import { rules } from '../../rules/index.ts';
import { products } from '../../src/catalogue/index.ts';
import { sourceOf } from '../../src/dialect/source-of.ts';
import { instanceOf } from '../../src/instance/instance.ts';
import { ManifestFile } from '../../src/model/manifest-file.ts';
import { fence, languageOf } from '../../src/rule-page.ts';
import { baseName } from '../../src/text/path.ts';
import type { WebFile } from '../../src/web/messages.ts';
import { toHash } from '../../src/web/share.ts';

/** A system that people put beside their application, with a page of its own. */
interface System {
  /** The folder of its examples, and the name of its page. */
  readonly folder: string;
  /** What people call it. */
  readonly name: string;
  /** Ids in the catalogue. */
  readonly products: readonly string[];
}

const systems: readonly System[] = [
  {
    folder: 'datadog-agent',
    name: 'Datadog Agent',
    products: ['datadog-serverless-init', 'datadog-agent', 'dogstatsd'],
  },
  {
    folder: 'opentelemetry-collector',
    name: 'OpenTelemetry Collector',
    products: ['otel-collector', 'otel-collector-contrib', 'otelcol-google'],
  },
  { folder: 'nginx', name: 'nginx', products: ['nginx', 'nginx-unprivileged'] },
  { folder: 'apache-httpd', name: 'Apache HTTP Server', products: ['httpd'] },
  { folder: 'envoy', name: 'Envoy', products: ['envoy'] },
  { folder: 'istio', name: 'Istio', products: ['istio-proxy'] },
  { folder: 'linkerd', name: 'Linkerd', products: ['linkerd-proxy'] },
  { folder: 'cloud-sql-auth-proxy', name: 'Cloud SQL Auth Proxy', products: ['cloud-sql-proxy', 'cloud-sql-proxy-v1'] },
  { folder: 'alloydb-auth-proxy', name: 'AlloyDB Auth Proxy', products: ['alloydb-auth-proxy'] },
];

/** A page about a system, as Markdown that lies in `docs/products/`, with its title and what it says in one sentence. */
export interface ProductPage {
  /** The name of the page, without an ending. */
  readonly name: string;
  /** What people call the system: its name, and those of its products. */
  readonly names: readonly string[];
  /** Its title. */
  readonly title: string;
  /** One sentence about it. */
  readonly summary: string;
  /** The page. */
  readonly markdown: string;
}

/** The page of each system: what is checked, a right manifest, links. All of it comes from the catalogue and the rules. */
export async function productPages(): Promise<readonly ProductPage[]> {
  const shown = rules.map((rule) => ({
    rule,
    ids: new Set(
      rule.bad.flatMap(({ yaml, path, language }) => productsIn(path ?? (language ? 'main.tf' : 'service.yaml'), yaml)),
    ),
  }));
  return Promise.all(
    systems.map(async ({ folder, name, products: ids }) => {
      const known = ids.map((id) => {
        const product = products.find((one) => one.id === id);
        if (!product) throw new Error(`The catalogue has no product "${id}".`);
        return product;
      });
      const checked = shown.filter((one) => ids.some((id) => one.ids.has(id))).map(({ rule }) => rule);
      const right = await readFile(`examples/${folder}/right.yaml`, 'utf8');
      const wrong = await readFile(`examples/${folder}/wrong.yaml`, 'utf8');
      const beside = await besideOf(folder);
      const files = [{ path: 'right.yaml', text: right }, ...beside];
      const hash = await toHash({ files, config: '', profile: 'recommended' });
      const names = [...new Set([name, ...known.map((product) => product.name)])];
      const title = `Running ${name} beside your application on Cloud Run`;
      const markdown = [
        `# ${title}`,
        `What cloudrun-lint checks where a container of a Cloud Run service is ${name}: ${checked.length} rules have an example with it.`,
        '## A right service',
        fence('yaml', right),
        ...beside.map(({ path, text }) => `\`${path}\`:\n\n${fence(languageOf(path), text)}`),
        `[Open it in the playground](../playground.html${hash})`,
        '## What goes wrong',
        fence('yaml', wrong),
        `[Open this one in the playground](../playground.html#example:${folder}/wrong.yaml)`,
        '## What is checked',
        checked.map(({ id, category, summary }) => `- [${id}](../rules/${category}/${id}.md): ${summary}`).join('\n'),
        '## Sources',
        [...new Set(known.flatMap(({ sources }) => sources))].map((link) => `- <${link}>`).join('\n'),
      ].join('\n\n');
      return {
        name: folder,
        names,
        title,
        summary: `What to watch when ${name} runs as a sidecar on Cloud Run.`,
        markdown,
      };
    }),
  );
}

/** The configurations that lie beside an example. */
async function besideOf(folder: string): Promise<readonly WebFile[]> {
  const names = await globby(`examples/${folder}/*`, { ignore: ['**/{wrong,right}.*', '**/secrets.sh'] });
  return Promise.all(names.sort().map(async (path) => ({ path: baseName(path), text: await readFile(path, 'utf8') })));
}

function productsIn(path: string, text: string): string[] {
  const { workloads } = new ManifestFile(sourceOf(path, text), { explicit: true, target: 'cloud-run' });
  return workloads.flatMap((workload) => instanceOf(workload, []).members.flatMap(({ product }) => product?.id ?? []));
}
