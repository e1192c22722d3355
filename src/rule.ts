import type { Severity } from './diagnostic.ts';
import type { Example } from './examples.ts';
import type { Kinds } from './model/kinds.ts';
import type { Needs } from './needs.ts';
import { type Edit, type Edits, together } from './yaml/edit.ts';
import type { Placed } from './yaml/field.ts';

export { adviceForForeignAnnotation, annotationMeantBy, settingMeantBy } from './model/annotation-mistakes.ts';
export { type AnnotationValue, annotationOf, launchStageKey } from './model/annotations.ts';
export * from './model/conformity/index.ts';
export { dialectOf, knativeSignal } from './model/dialect.ts';
export { aWorkload, nameOf } from './model/kinds.ts';
export { mayUsePreview, previewFeatures } from './model/preview-features.ts';
export { apiVersionOf, marksOf, type ResourceKind } from './model/schema/index.ts';
export { isTemplateKind, type WrittenAnnotation, writtenAnnotations } from './model/written-annotations.ts';

/** A repair that a rule offers, in terms of places in the document. */
export interface Fix {
  /** What it does, in the imperative: "Quote the value". */
  readonly title: string;
  /** True if it changes neither cost nor behaviour beyond the mistake itself. */
  readonly safe: boolean;
  /** At least one; in offsets of the file, in any order. */
  readonly edits: readonly Edit[];
}

/**
 * A repair that changes neither cost nor behaviour beyond the mistake itself. Undefined, so that the finding carries
 * none, where one of its edits could not be made.
 */
export function safeFix(title: string, ...edits: readonly Edits[]): Fix | undefined {
  return fixOf(title, true, edits);
}

/** A repair that may change cost or behaviour, so that a person has to agree; like `safeFix` otherwise. */
export function unsafeFix(title: string, ...edits: readonly Edits[]): Fix | undefined {
  return fixOf(title, false, edits);
}

function fixOf(title: string, safe: boolean, parts: readonly Edits[]): Fix | undefined {
  const edits = together(...parts);
  return edits && edits.length > 0 ? { title, safe, edits } : undefined;
}

/** What a rule says about one place. */
export interface Finding {
  /** Where it is: the narrowest place that is wrong, or the one that lacks something. */
  readonly on: Placed;
  /** The fact in this file, names in double quotes, one line; the first sentence stands alone and ends with a period. */
  readonly message: string;
  /** Other places of the same file that take part, each with a sentence of its own. */
  readonly related?: readonly { readonly on: Placed; readonly message: string }[];
  /** undefined where the repair could not be made in this text. */
  readonly fix?: Fix | undefined;
}

/** The prose of a rule, all that a page about it needs. */
export interface RulePage {
  /** Names the smell and completes "allow …": `floating-image-tag`. A contract: config and comments name it. */
  readonly id: string;
  /** The folder it lies in, set by `defineCategory`. */
  readonly category: string;
  /** What it has unless a profile, a configuration or the command line says otherwise. */
  readonly severity: Severity;
  /** One sentence, what it finds. */
  readonly summary: string;
  /** Why it matters: the consequence. Markdown. */
  readonly why: string;
  /** What to write instead. Markdown. */
  readonly remedy: string;
  /** Links to the sources of the facts. */
  readonly references: readonly string[];
  /** The message that gcloud or the API would give, as published. Present: the deploy would be refused. */
  readonly predicts?: string;
  /** Set where the deploy is refused by the documentation, but the wording of the refusal is not published. */
  readonly refused?: true;
  /** Whether findings carry a repair. */
  readonly fixable?: 'safe' | 'unsafe';
  /** A CVSS-like number as text ("7.5"), for rules of security only. */
  readonly securitySeverity?: string;
  /** Manifests that it finds something in, with carets where; the test of the rule. */
  readonly bad: readonly Example[];
  /** Manifests that it finds nothing in: near misses. */
  readonly good: readonly Example[];
}

/** A rule over one kind of resource: data and a pure function. */
export interface RuleOf<K extends keyof Kinds> extends RulePage {
  /** What it looks at: every workload, those of one kind, or the file as a whole. */
  readonly appliesTo: K;
  /** What a workload must hold for the rule to be run at all; nothing where it is absent. */
  readonly needs?: Needs;
  /** Yields what is wrong, in any order. Pure; where it throws, that becomes a finding of its own. */
  check(resource: Kinds[K]): Generator<Finding, void>;
}

/** A rule over any kind of resource. */
export type Rule = { [K in keyof Kinds]: RuleOf<K> }[keyof Kinds];

type Definition<K extends keyof Kinds> = Omit<RuleOf<K>, 'category'>;

/** Types a rule by what it applies to. The category is filled in by `defineCategory`. */
export function defineRule<K extends keyof Kinds>(rule: Definition<K>): RuleOf<K> {
  return { category: '', ...rule };
}

/** A group of rules that a person looks for together; its id is the folder's name. */
export interface Category {
  /** Kebab case; configurations may name it in place of its rules. */
  readonly id: string;
  /** What a heading says: "Start order". */
  readonly title: string;
  /** One sentence. */
  readonly summary: string;
  /** In the order of the documentation. */
  readonly rules: readonly Rule[];
}

/** Names a category and stamps its id on its rules. */
export function defineCategory(category: Omit<Category, 'rules'> & { readonly rules: readonly Rule[] }): Category {
  return { ...category, rules: category.rules.map((rule) => ({ ...rule, category: category.id }) as Rule) };
}

export { type Connector, connectorOf, connectors, settingsOfFlag } from './catalogue/connectors.ts';
export {
  isDatabaseProxy,
  isFrontProxy,
  isMonitoring,
  type Role,
  type WrongStart,
} from './catalogue/product.ts';
export { isLoopback, parsePort } from './instance/address.ts';
export type { Dial } from './instance/dials.ts';
export { instanceOf } from './instance/instance.ts';
export type { Listener } from './instance/listener.ts';
export { isForDatabase, meantFor, receiversOff, telemetryOf } from './instance/meant.ts';
export type { Member } from './instance/member.ts';
export { networkAddressOf } from './instance/network-address.ts';
export { mayBeOwnAddress } from './instance/own-address.ts';
export { applicationsOf, canBeBehind, frontProxyOf, mayBeCalled, upstreamsOf } from './instance/proxying.ts';
export { missingRequirements } from './instance/requirements.ts';
export { serverCommandOf } from './instance/server-command.ts';
export type { Given } from './instance/settings.ts';
export { isOlder } from './instance/version.ts';
export { startsShell } from './instance/words.ts';
export type { Container } from './model/container.ts';
export { credentialIn } from './model/credential.ts';
export type { EnvVar } from './model/env.ts';
export { isFloating } from './model/image.ts';
export {
  gpuTypes,
  largestInstance,
  leastCpu,
  leastCpuFor,
  leastMemory,
  memoryRange,
  wholeCpus,
} from './model/instance-size.ts';
export type { Probe } from './model/probe.ts';
export { longestStartup, probeBounds } from './model/probe-limits.ts';
export { formatBytes, formatCpu, parseBytes, parseCpu, writeBytes, writeCpu } from './model/quantity.ts';
export { isReplacedAtRender } from './model/render.ts';
export { isDataKey } from './model/secret-version.ts';
export type { Service } from './model/service.ts';
export { systemVariables } from './model/system-variables.ts';
export type { Volume, VolumeMount } from './model/volume.ts';
export { makeWait } from './model/wait-edit.ts';
export type { Workload } from './model/workload.ts';
export { didYouMean, suggest } from './text/suggest.ts';
export { quoteNames, shorten } from './text/words.ts';
export { findDuplicateKeys } from './yaml/duplicate-keys.ts';
export {
  quoteAsWritten,
  quoteScalar,
  renameKey,
  replaceScalar,
  replaceText,
  unquoteScalar,
} from './yaml/edit.ts';
export { deleteEntries, deleteEntry } from './yaml/edit-delete.ts';
export { appendItem, insertEntry, setEntry } from './yaml/edit-insert.ts';
export { wrapAsListItem } from './yaml/edit-list.ts';
export { moveEntry } from './yaml/edit-move.ts';
export type { Placed } from './yaml/field.ts';
export { Field } from './yaml/field.ts';
export { needsQuotes } from './yaml/mask.ts';
export { hasPlaceholder, isStandIn } from './yaml/placeholder.ts';
export { holdsStandIn } from './yaml/stand-in.ts';
export { tabsBetweenTokens } from './yaml/tabs.ts';
