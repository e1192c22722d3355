import type { Span } from '../../tree/span.ts';
import type { Workload } from '../workload.ts';
import { isMappingPlaceholder, type OpenField, writtenFields } from './written.ts';

/** The places of all placeholders in single braces without quotes in some workloads. */
export function mappingPlaceholders(workloads: readonly Workload[]): readonly Span[] {
  return workloads
    .filter(({ field }) => field.source.text.includes('{'))
    .flatMap(({ field }) => writtenFields(field as unknown as OpenField))
    .filter(isMappingPlaceholder)
    .map(({ fullSpan }) => fullSpan);
}
