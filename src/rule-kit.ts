import type { Category, Kinds, Rule, RuleOf } from './rule.ts';

export { beginningOf } from './beside/text-at.ts';
export {
  beginsInstance,
  type Connector,
  connectors,
  instanceForms,
  parseInstance,
  settingsOfFlag,
} from './catalogue/connectors.ts';
export { nameAndProduct } from './catalogue/name-and-product.ts';
export {
  isDatabaseProxy,
  isFrontProxy,
  isMonitoring,
  type Role,
} from './catalogue/product.ts';
export { syntaxProblems } from './dialect/syntax-problems.ts';
export {
  insertArgument,
  insertBlockInContainer,
  insertInContainers,
  renameArgument,
  replaceAnnotation,
} from './dialect/terraform/own-edits.ts';
export { attributeIn, referenceIn, terraformFileOf, terraformOf } from './dialect/terraform/view.ts';
export {
  blocksOf,
  entryIn,
  isOfV2,
  itemsIn,
  mayHaveMore,
  otherWordsFor,
  systemEntries,
  tableName,
  textIn,
  wordFor,
  writtenOf,
} from './dialect/view.ts';
export type { Attribute, Expression } from './hcl/ast.ts';
export { configFor, freePort, limitsFor, moveTo, openToAll, settingFor } from './instance/advice.ts';
export { mayAnswer, mayServe, portInsteadOf } from './instance/answering.ts';
export { type Served, servedBy } from './instance/database-ports.ts';
export type { Dial } from './instance/dials.ts';
export { instanceOf } from './instance/instance.ts';
export type { Listener } from './instance/listener.ts';
export { logFilesOf, readsFilesAlone } from './instance/log-files.ts';
export { isForDatabase, meantFor, receiversOff } from './instance/meant.ts';
export type { Member } from './instance/member.ts';
export { networkAddressOf } from './instance/network-address.ts';
export { isOfOthers } from './instance/origin.ts';
export { proxyArguments } from './instance/proxy-arguments.ts';
export { applicationsOf, canBeBehind, frontProxyOf, mayBeCalled, upstreamsOf } from './instance/proxying.ts';
export { missingRequirements } from './instance/requirements.ts';
export { type ServerCommand, serverCommandOf } from './instance/server-command.ts';
export type { Given } from './instance/settings.ts';
export { askPort, probeToWaitFor, startupProbeFor } from './instance/startup-probe.ts';
export { unawaitedCalls } from './instance/unawaited.ts';
export { unheardTelemetry } from './instance/unheard.ts';
export { means } from './instance/variable-names.ts';
export { wrongIn } from './instance/wrong-configuration.ts';
export { placeOfWrongStart } from './instance/wrong-start.ts';
export { isLoopback, parsePort } from './model/address.ts';
export { adviceForForeignAnnotation, annotationMeantBy, settingMeantBy } from './model/annotation-mistakes.ts';
export { type AnnotationValue, annotationOf, launchStageKey } from './model/annotations.ts';
export * from './model/conformity/index.ts';
export type { Container } from './model/container.ts';
export { secretFilledIn } from './model/credential.ts';
export { dialectOf, knativeSignal } from './model/dialect.ts';
export type { EnvVar } from './model/env.ts';
export { isFloating } from './model/image.ts';
export { type ImageFault, imageFault } from './model/image-grammar.ts';
export { isOlder } from './model/image-version.ts';
export {
  gpuTypes,
  largestInstance,
  leastCpu,
  leastCpuFor,
  leastMemory,
  memoryRange,
  wholeCpus,
} from './model/instance-size.ts';
export { aWorkload, nameOf } from './model/kinds.ts';
export { isFilledByPipeline } from './model/pipeline.ts';
export { mayUsePreview, previewFeatures } from './model/preview-features.ts';
export type { Probe } from './model/probe.ts';
export { disputedFrom, longestStartup, probeBounds } from './model/probe-limits.ts';
export { formatBytes, formatCpu, parseBytes, parseCpu, writeBytes, writeCpu } from './model/quantity.ts';
export { isReplacedAtRender } from './model/render.ts';
export { apiVersionOf, marksOf, type ResourceKind } from './model/schema/index.ts';
export { isDataKey } from './model/secret-version.ts';
export { secretsOf } from './model/secrets.ts';
export type { Service } from './model/service.ts';
export { systemVariables } from './model/system-variables.ts';
export { meantByV2 } from './model/v2-constants.ts';
export type { Volume, VolumeMount } from './model/volume.ts';
export { makeWait } from './model/wait-edit.ts';
export type { Workload } from './model/workload.ts';
export { isTemplateKind, type WrittenAnnotation, writtenAnnotations } from './model/written-annotations.ts';
export { safeFix, unsafeFix } from './offer-fix.ts';
export type { Finding, Fix, HelpfulFinding } from './rule.ts';
export { filledIn } from './text/filled-in.ts';
export { baseName, folderOf, isWithin } from './text/path.ts';
export { hasPlaceholder, isAllPlaceholder, isStandIn } from './text/placeholder.ts';
export {
  annotationName,
  byApi,
  byLanguage,
  fieldName,
  firstReader,
  listed,
  say,
  setting,
  type Text,
  valueName,
} from './text/say.ts';
export { quoteNames } from './text/sentences.ts';
export { holdsStandIn } from './text/stand-in.ts';
export { didYouMean, suggest } from './text/suggest.ts';
export { isSampleName, isTemplateName } from './text/template-name.ts';
export {
  appendItem,
  deleteEntries,
  deleteEntry,
  insertEntry,
  moveEntry,
  quoteAsWritten,
  quoteScalar,
  renameKey,
  replaceScalar,
  replaceText,
  setEntry,
  unquoteScalar,
  wrapAsListItem,
} from './tree/edit.ts';
export type { Placed } from './tree/field.ts';
export { Field } from './tree/field.ts';
export type { MapNode } from './tree/node.ts';
export { findDuplicateKeys } from './yaml/duplicate-keys.ts';
export { needingQuotes } from './yaml/mask.ts';
export { tabsBetweenTokens } from './yaml/tabs.ts';

type Definition<K extends keyof Kinds> =
  RuleOf<K> extends infer R ? (R extends unknown ? Omit<R, 'category'> : never) : never;

/** Types a rule by what it applies to. The category is filled in by `defineCategory`. */
export function defineRule<K extends keyof Kinds>(rule: Definition<K>): RuleOf<K> {
  return { category: '', ...rule } as RuleOf<K>;
}

/** Names a category and stamps its id on its rules. */
export function defineCategory(category: Omit<Category, 'rules'> & { readonly rules: readonly Rule[] }): Category {
  return { ...category, rules: category.rules.map((rule) => ({ ...rule, category: category.id }) as Rule) };
}
