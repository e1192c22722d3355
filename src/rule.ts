import type { Severity } from './diagnostic.ts';
import type { Change, Example } from './examples.ts';
import type { Job } from './model/job.ts';
import type { AnyWorkload } from './model/kinds.ts';
import type { ManifestFile } from './model/manifest-file.ts';
import type { Service } from './model/service.ts';
import type { SingleInstance } from './model/single-instance.ts';
import type { WorkerPool } from './model/worker-pool.ts';
import type { Found, Needs } from './needs.ts';
import type { Form, Text } from './text/say.ts';
import type { Edit } from './tree/edit.ts';
import type { Placed } from './tree/field.ts';

/** A fix that a rule offers, in terms of places in the document. */
export interface Fix {
  /** What it does, in the imperative: "Quote the value". */
  readonly title: Text;
  /** True if it changes neither cost nor behaviour beyond the mistake itself. */
  readonly safe: boolean;
  /** At least one; in offsets of the file, in any order. */
  readonly edits: readonly Edit[];
}

/** What a rule says about one place. */
export interface Finding {
  /** Where it is: the narrowest place that is wrong, or the one that lacks something. */
  readonly on: Placed;
  /** The fact in this file, names in double quotes, one line; the first sentence stands alone and ends with a period. */
  readonly message: Text;
  /**
   * What to write in this very file, in whole sentences on one line, at most three lines of a terminal; absent where the
   * rule's own says it, or the message.
   */
  readonly help?: Text | undefined;
  /**
   * The refusal of gcloud or Cloud Run with the names and values of this very finding filled in; absent where the rule's
   * holds as it stands, or the wording for this finding is not known.
   */
  readonly predicts?: string | undefined;
  /** What it is about in the manifest, where `on` lies in another file; the workload as a whole where absent. */
  readonly about?: Placed;
  /** Other places that take part, in this file or another, each with a sentence of its own. */
  readonly related?: readonly { readonly on: Placed; readonly message: Text }[];
  /** undefined where the fix could not be made in this text. */
  readonly fix?: Fix | undefined;
}

/** A finding that says itself what to write in this file. */
export interface HelpfulFinding extends Finding {
  /** As above, but always there. */
  readonly help: Text;
}

/** The prose of a rule, all that a page about it needs. */
export interface RulePage {
  /** Names the smell and completes "allow …": `floating-image-tag`. A contract: config and comments name it. */
  readonly id: string;
  /**
   * The ids under which its findings were reported before: it was called so, or was part of that rule, which may still
   * be there. What configurations, comments and baselines say of one holds for this rule too. Never taken out.
   */
  readonly deprecatedIds?: readonly string[];
  /** The folder it lies in, set by `defineCategory`. */
  readonly category: string;
  /** What it has unless a profile, a configuration or the command line says otherwise. */
  readonly severity: Severity;
  /** One sentence, what it finds. */
  readonly summary: string;
  /** Why it matters: the consequence. Markdown. */
  readonly why: string;
  /** What to write instead, for whoever reads the page. Markdown. */
  readonly remedy: string;
  /**
   * What reports print below each finding that brings no help of its own: true for every one of them in every file, so
   * it names no product, container or flag. At most three lines of a terminal. False where each message ends with what
   * to write; absent where each finding brings its own.
   */
  readonly help?: Text | false;
  /** Links to the sources of the facts. */
  readonly references: readonly string[];
  /**
   * The message that gcloud or the API would give, as published, with … for what is left out of it. Present: the deploy
   * would be refused. One text is about every finding; of several, or of a list of one, each finding names its own.
   */
  readonly predicts?: string | readonly string[];
  /**
   * Set where that wording holds for every finding as it stands, and is whole, so that reports quote it. Other findings
   * bring a text of their own or are reported without one: nothing is quoted that was not said.
   */
  readonly predictsAlike?: true;
  /** Set where the deploy is refused by the documentation, but the wording of the refusal is not published. */
  readonly refused?: true;
  /** Whether findings carry a fix. */
  readonly fixable?: 'safe' | 'unsafe';
  /** A CVSS-like number as text ("7.5"), for rules of security only. */
  readonly securitySeverity?: string;
  /** Manifests that it finds something in, with carets where; the test of the rule. */
  readonly bad: readonly Example[];
  /** Manifests that it finds nothing in: near misses. */
  readonly good: readonly Example[];
  /**
   * What the rule is about in Terraform, where it can be said in it. Made of the rest and filled in when pages are written;
   * absent in the sources.
   */
  readonly terraform?: InTerraform | undefined;
  /**
   * What the fix makes of a manifest in block style, in flow style, and of a Terraform file where it has one to make; there
   * for every rule whose findings carry one.
   */
  readonly fixes?: { readonly block?: Change; readonly flow?: Change; readonly hcl?: Change };
}

/** A rule's page in the words of a resource of Terraform. */
export interface InTerraform {
  /** The type of the resource. */
  readonly resource: string;
  /** What the prose names in code and the resource calls otherwise, both as Markdown. */
  readonly names: readonly (readonly [v1: string, own: string])[];
  /** The first bad example, with carets; absent where the rule has examples of its own in Terraform. */
  readonly bad?: string;
  /** The first good example; absent as that, or where none can be said. */
  readonly good?: string;
}

/** What a rule can apply to. */
export interface Kinds {
  /** The file as a whole, with documents that are no workload or cannot be read. */
  readonly file: ManifestFile;
  /** Every service, job, worker pool and instance. */
  readonly workload: AnyWorkload;
  /** Every service; one that is meant for a cluster only where the target is Cloud Run. */
  readonly service: Service;
  /** Every service and every instance: what takes requests on a port. */
  readonly served: Service | SingleInstance;
  /** Every job, also one whose apiVersion is missing or misspelt. */
  readonly job: Job;
  /** Every worker pool, also one whose apiVersion is missing or misspelt. */
  readonly workerPool: WorkerPool;
  /** Every instance by itself: kind `Instance`, in preview. */
  readonly singleInstance: SingleInstance;
}

/** A rule over one kind of resource: data and a pure function. */
export type RuleOf<K extends keyof Kinds> = Subject<K> & (HelpForAll<K> | HelpForEach<K>);

interface Subject<K extends keyof Kinds> extends RulePage {
  /** What it looks at: every workload, those of one kind, or the file as a whole. */
  readonly appliesTo: K;
  /** What the files or workloads that it is about are written as; absent for all. Of a file its language counts. */
  readonly only?: Form | readonly Form[];
  /** What a workload must be for the rule to be asked at all; nothing where it is absent. */
  readonly needs?: Needs;
}

interface HelpForAll<K extends keyof Kinds> {
  readonly help: Text | false;
  /**
   * Yields what is wrong, in any order. It is given what its needs found on the way; for `file` that is nothing. Pure;
   * where it throws, that becomes a finding of its own.
   */
  check(resource: Kinds[K], found: Found): Generator<Finding, void>;
}

interface HelpForEach<K extends keyof Kinds> {
  readonly help?: never;
  /** As above; each finding says what to write. */
  check(resource: Kinds[K], found: Found): Generator<HelpfulFinding, void>;
}

/** A rule over any kind of resource. */
export type Rule = { [K in keyof Kinds]: RuleOf<K> }[keyof Kinds];

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
