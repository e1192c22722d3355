import { productById } from '../../catalogue/by-id.ts';
import { isOlder } from '../../model/image-version.ts';
import type { Setup } from '../configuration.ts';
import type { Called, Configuration, Defect, OpenedPort } from '../facts.ts';
import { namedFiles } from '../named-files.ts';
import { type Open, rootOf, yamlOf } from '../open-yaml.ts';
import { circles } from './circles.ts';
import { componentsOf } from './components.ts';
import { exportersOf } from './exporters.ts';
import { extensionsOf, receiversOf, telemetryOf } from './listeners.ts';
import { undefinedComponents } from './references.ts';

/** What readers of a collector's configuration add to. */
export interface Gathered {
  /** Ports that it opens. */
  readonly opened: OpenedPort[];
  /** Addresses that it sends to. */
  readonly called: Called[];
  /** Set to false where a component may open a port that we do not know. */
  isComplete: boolean;
}

/** What is known of the collector around its configuration. */
export interface Collector {
  /**
   * Whether servers without an address listen for the instance alone; undefined where the release is not known.
   * https://github.com/open-telemetry/opentelemetry-collector/blob/main/CHANGELOG.md, 0.104.0
   */
  readonly bindsLocalhost: boolean | undefined;
  /** A text with its variables filled in; undefined where one is hidden or not set. */
  fill(field: Open): string | undefined;
}

/** What an OpenTelemetry Collector does by its one configuration file. */
export function collectorConfiguration(setup: Setup, id: string): Configuration | undefined {
  const { commandLine, variableOf, base } = setup;
  const words = commandLine.words.map(({ text }) => text);
  if (words.some((word) => /^--set\b/.test(word))) return undefined;
  const { paths = [], main = paths[0] } = productById(id)?.config ?? {};
  const [path = main, more] = namedFiles(id, commandLine).map((named) => named.path);
  if (path === undefined || more !== undefined || !path.startsWith('/') || setup.isMounted(path)) return undefined;
  const folder = path.slice(0, path.lastIndexOf('/')) || '/';
  const image = setup.filesIn([...new Set([folder, ...paths])]);
  const file = image.copied.get(path);
  if (!file || image.mayDiffer(path)) return undefined;

  const source = yamlOf(file.source);
  const files = [file];
  const problem = source.documents[0]?.problem;
  if (problem) {
    const on = { source, span: problem, path: [], stablePath: [] };
    const defects: Defect[] = [{ kind: 'unreadable', on, why: problem.message }];
    return { opened: [], isComplete: false, called: [], defects, files };
  }
  const root = rootOf(source);
  if (!root || source.documents.length > 1) return undefined;
  const isGated = words.some((word) => word.includes('UseLocalHostAsDefaultHost'));
  const older = /^(?:otel-collector|otelcol-google)/.test(id) && !isGated ? isOlder(base, '0.104.0') : undefined;
  const collector: Collector = {
    bindsLocalhost: older === undefined ? undefined : !older,
    fill: (field) => fill(field.text, variableOf),
  };
  const gathered: Gathered = { opened: [], called: [], isComplete: !source.hasTemplateLines };
  const components = componentsOf(root);
  receiversOf(components, collector, gathered);
  extensionsOf(components, collector, gathered);
  telemetryOf(root, collector, gathered);
  const defects = [
    ...undefinedComponents(components, root),
    ...exportersOf(components, collector, gathered),
    ...circles(components, gathered),
  ];
  const isComplete = gathered.isComplete && gathered.opened.every(({ port }) => port !== undefined);
  return { ...gathered, isComplete, defects: source.hasTemplateLines ? [] : defects, files };
}

/** `${env:NAME}`, `${NAME}` and `${env:NAME:-default}`; other providers and what is not set are unknown. */
function fill(text: string | undefined, variableOf: Setup['variableOf']): string | undefined {
  if (text === undefined || !text.includes('$')) return text;
  let isKnown = true;
  const filled = text.replace(
    /\$\{(?:env:)?(\w+)(?::-([^{}]*))?\}|\$\{|\$(?=\w)/g,
    (mark, name?: string, otherwise?: string) => {
      const value = name === undefined ? undefined : variableOf(name);
      const known = value ? value.text : otherwise;
      if (known === undefined) isKnown = false;
      return known ?? mark;
    },
  );
  return isKnown ? filled : undefined;
}
