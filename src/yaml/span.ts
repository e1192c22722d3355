/** A half-open stretch of a text, in UTF-16 offsets, as LSP and SARIF count. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A place for a person: both numbers are 1-based, columns count UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** From the first character to just behind the last one. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}
