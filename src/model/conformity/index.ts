/** How a manifest compares with the schema: what it holds, what gcloud's decoder refuses, and what is not ours. */
export { insteadOfKubernetes, insteadOfOtherDialect } from './foreign-fields.ts';
export { mappingPlaceholders } from './mapping-placeholder.ts';
export { refusalOf, refusalOfUnknown } from './refusal.ts';
export { hasSplitContainer, otherHalfOf } from './split-item.ts';
export { type TypeMismatch, typeMismatches } from './type-mismatch.ts';
export { placesOf, type UnknownField, unknownFields } from './unknown-fields.ts';
export { holdsPairs, isPairText } from './variable-pairs.ts';
export { nameOfKind, subjectOf, whoseField } from './wording.ts';
export { fillsLines, isMappingPlaceholder, mayGainKeys, type OpenField, writtenFields } from './written.ts';
