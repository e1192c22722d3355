/** How a manifest compares with the schema: what it holds, what gcloud's decoder refuses, and what is not ours. */
export { insteadOfKubernetes, insteadOfOtherDialect } from './foreign-fields.ts';
export { isMappingPlaceholder, mappingPlaceholders } from './mapping-placeholder.ts';
export { type TypeMismatch, typeMismatch, typeMismatches, type ValueKind } from './type-mismatch.ts';
export { placesOf, type UnknownField, unknownFields } from './unknown-fields.ts';
export { nameOfKind, subjectOf, whoseField } from './wording.ts';
export { hasTemplateLines, type OpenField, standsAlone, writtenFields } from './written.ts';
