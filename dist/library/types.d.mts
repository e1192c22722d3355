import type { Diagnostic, Severity } from './diagnostic.mjs';
/** What decides how a text is linted. Every field may be left out. */
export interface Options {
    /** What findings call the text, and what `overrides` of the configuration match; "service.yaml" by default. */
    readonly path?: string;
    /** Which rules run, to begin with; "recommended" by default. It counts more than what the configuration extends. */
    readonly profile?: 'deploy' | 'recommended' | 'strict';
    /** Other severities, by the id of a rule or a category. They count most. */
    readonly rules?: Readonly<Record<string, Severity | 'off'>>;
    /**
     * The text of a configuration file, YAML or JSON, as docs/configuration.md describes it. It may extend profiles, but
     * no other files, since nothing is read from a disk.
     */
    readonly config?: string;
    /** Whether services for Knative on a cluster are linted too: "auto" passes them over. */
    readonly target?: 'auto' | 'cloud-run';
    /**
     * The texts of other files, by their paths from the folder that `path` counts from: Dockerfiles and configurations that
     * docs/beside.md tells of, other Terraform files of the module, and what says how the file is deployed. Findings may
     * lie in them, and name them in `path`. Without it nothing is known of them.
     */
    readonly files?: Readonly<Record<string, string>>;
}
/** Options that make no sense: an unknown rule or profile, or a configuration with a mistake. The message says which. */
export declare class OptionsError extends Error {
    /** Tells it apart where the class is not at hand. */
    readonly name = "OptionsError";
}
/** What was found in a text. */
export interface Result {
    /** By place, without twins. Suppressed ones are among them, marked as such. */
    readonly diagnostics: readonly Diagnostic[];
    /** How many Cloud Run objects the text holds. */
    readonly resources: number;
}
/** What came of fixing a text. */
export interface Fixed extends Result {
    /** The text with all fixes that were kept. */
    readonly text: string;
    /** The findings that were fixed. */
    readonly applied: readonly Diagnostic[];
}
/** What a rule is about, for people. */
export interface RuleInfo {
    /** As findings and configurations name it. */
    readonly id: string;
    /** The id of the category. */
    readonly category: string;
    /** What it has unless a profile or a configuration says otherwise. */
    readonly severity: Diagnostic['severity'];
    /** One sentence, what it finds. */
    readonly summary: string;
    /** The whole page as Markdown. */
    readonly page: string;
    /** Where the page stands on the web. */
    readonly url: string;
    /** Whether findings may carry a fix, and of which kind. */
    readonly fixable?: 'safe' | 'unsafe';
    /** The refusals of gcloud or Cloud Run that it predicts, as published. */
    readonly predicts?: readonly string[];
}
/** How a picture is written. */
export type GraphFormat = 'svg' | 'mermaid' | 'dot';
