import type { CommandLine } from '../../src/model/command-line.ts';
import { ManifestFile } from '../../src/model/manifest-file.ts';
import { Service } from '../../src/model/service.ts';
import type { Workload } from '../../src/model/workload.ts';
import { YamlSource } from '../../src/yaml/source.ts';

/** The workloads of a file. */
export function workloads(yaml: string): readonly Workload[] {
  return new ManifestFile(new YamlSource('service.yaml', yaml), { explicit: false, target: 'cloud-run' }).workloads;
}

/** A service whose `spec.template` is the given flow mapping. */
export function service(template: string): Service {
  const [found] = workloads(`apiVersion: serving.knative.dev/v1
kind: Service
metadata: { name: shop }
spec:
  template: ${template}
`);
  if (!(found instanceof Service)) throw new Error(`no service: ${template}`);
  return found;
}

/** A service with these containers, as a flow list. */
export function containers(list: string): Service {
  return service(`{ spec: { containers: ${list} } }`);
}

/** A command line of these words, as a container's `command`. */
export function commandLine(...words: string[]): CommandLine {
  const [container] = containers(`[{ image: acme/web, command: ${JSON.stringify(words)} }]`).containers;
  return container!.commandLine;
}
