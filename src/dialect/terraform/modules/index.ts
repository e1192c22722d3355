import type { Block } from '../../../hcl/ast.ts';
import { datadogModule } from './datadog.ts';
import type { Module } from './module.ts';
import { officialModule } from './official.ts';

/** Where each module that is read comes from: the registry, or its repository. */
const sources: readonly (readonly [source: RegExp, module: Module])[] = [
  [/^(?:registry\.\w+\.\w+\/)?GoogleCloudPlatform\/cloud-run\/google\/\/modules\/v2$/i, officialModule],
  [
    /\bgithub\.com[/:]GoogleCloudPlatform\/terraform-google-cloud-run(?:\.git)?\/\/modules\/v2(?:\?|$)/i,
    officialModule,
  ],
  [/^(?:registry\.\w+\.\w+\/)?DataDog\/cloud-run-datadog\/google$/i, datadogModule],
  [/\bgithub\.com[/:]DataDog\/terraform-google-cloud-run-datadog(?:\.git)?(?:\?|$)/i, datadogModule],
];

/** The module that a block calls; undefined for any other block, and for a module that is not known. */
export function moduleOf({ type, body }: Block): Module | undefined {
  if (type !== 'module') return undefined;
  const source = body.attributes.find(({ name }) => name === 'source')?.value;
  if (source?.kind !== 'template' || source.parts.length !== 1) return undefined;
  const [part] = source.parts;
  const text = part?.kind === 'text' ? part.text.slice(0, 300) : '';
  return sources.find(([form]) => form.test(text))?.[1];
}
