/** A half-open stretch of a text, in UTF-16 offsets, as LSP and SARIF count. */
export interface Span {
    /** Offset of the first character, from 0. */
    readonly start: number;
    /** Offset just behind the last character; `start` for an empty stretch. */
    readonly end: number;
}
/** A place for a person: both numbers are 1-based, columns count UTF-16 units. */
export interface Position {
    /** From 1. */
    readonly line: number;
    /** From 1, in UTF-16 units; a tab counts as one. */
    readonly column: number;
}
/** From the first character to just behind the last one. */
export interface Range {
    /** Where the first character stands. */
    readonly start: Position;
    /** Just behind the last character. */
    readonly end: Position;
}
