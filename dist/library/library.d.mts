import type { Fixed, GraphFormat, Options, Result, RuleInfo } from './types.mjs';
/** The library: the same core as the command line's, pure and synchronous, for Node.js, browsers and workers. */
export type { Diagnostic, DiagnosticFix, Related, Severity, Subject, Suppression, TextEdit } from './diagnostic.mjs';
export type { Position, Range, Span } from './span.mjs';
export { type Fixed, type GraphFormat, type Options, OptionsError, type Result, type RuleInfo } from './types.mjs';
/** The version of the package. */
export declare const version: string;
/** Every rule, in the order of the documentation. */
export declare const rules: readonly RuleInfo[];
/** Lints one text. Throws an `OptionsError` where the options make no sense, and never for the sake of the text. */
export declare function lint(text: string, options?: Options): Result;
/**
 * Makes the safe fixes of a text, and with `unsafe` those that may change cost or behaviour, too. Throws as `lint` does.
 */
export declare function fix(text: string, { unsafe, ...options }?: Options & {
    readonly unsafe?: boolean;
}): Fixed;
/**
 * Draws the instance of each Cloud Run object in a text, with the findings where they sit; "" where there is none.
 * Throws as `lint` does, and for an unknown format.
 */
export declare function graph(text: string, format: GraphFormat, options?: Options): string;
