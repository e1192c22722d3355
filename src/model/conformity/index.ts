/** How a manifest compares with the schema: what it holds, what gcloud's decoder refuses, and what is not ours. */
export { insteadOfKubernetes, insteadOfOtherDialect } from './foreign-fields.ts';
export { isMappingPlaceholder, mappingPlaceholders } from './mapping-placeholder.ts';
export { hasSplitContainer, otherHalfOf } from './split-item.ts';
export { type TypeMismatch, typeMismatches } from './type-mismatch.ts';
export { placesOf, unknownFields } from './unknown-fields.ts';
export { holdsPairs, isPairText } from './variable-pairs.ts';
export { nameOfKind, subjectOf, whoseField } from './wording.ts';
export { fillsLines, hasTemplateLines, type OpenField, writtenFields } from './written.ts';
