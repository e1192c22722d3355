import type { Span } from '../../yaml/span.ts';
import type { Workload } from '../workload.ts';
import { type OpenField, writtenFields } from './written.ts';

/**
 * Whether a mapping is a placeholder in single braces that lacks its quotes: `image: {IMAGE}` is the mapping
 * `{ IMAGE: null }` to YAML, and no mapping belongs there.
 */
export function isMappingPlaceholder(field: OpenField): boolean {
  const type = field.shape?.type;
  if (type === 'object' || type === undefined || !field.isMap || !field.isFlow) return false;
  const [key, ...others] = field.keys;
  return key !== undefined && others.length === 0 && /^[A-Za-z_][\w.-]*$/.test(key) && field.get(key).isNull;
}

/** The places of all such placeholders in some workloads. */
export function mappingPlaceholders(workloads: readonly Workload[]): readonly Span[] {
  return workloads
    .filter(({ field }) => field.source.text.includes('{'))
    .flatMap(({ field }) => writtenFields(field as unknown as OpenField))
    .filter(isMappingPlaceholder)
    .map(({ fullSpan }) => fullSpan);
}
